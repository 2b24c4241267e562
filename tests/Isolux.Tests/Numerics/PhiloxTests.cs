using Isolux.Numerics.Random;
using Xunit;

namespace Isolux.Tests.Numerics;

/// <summary>Known answers of philox4x32 with 10 rounds: Random123 1.14, file kat_vectors (D. E. Shaw Research).</summary>
public sealed class PhiloxTests
{
    [Fact]
    public void ZeroCounterAndKey() => Assert.Equal(
        new PhiloxBlock(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8),
        Philox4x32.Block(0, 0, 0, 0, 0, 0));

    [Fact]
    public void OnesInCounterAndKey() => Assert.Equal(
        new PhiloxBlock(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd),
        Philox4x32.Block(uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue));

    [Fact]
    public void DigitsOfPi() => Assert.Equal(
        new PhiloxBlock(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1),
        Philox4x32.Block(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0));

    [Theory]
    [InlineData(0u)]
    [InlineData(uint.MaxValue)]
    public void UnitNumbersStayInsideTheOpenInterval(uint word)
    {
        Assert.InRange(PhiloxBlock.ToOpenUnit(word), float.Epsilon, MathF.BitDecrement(1.0f));
        Assert.InRange(PhiloxBlock.ToOpenUnit(word, word), double.Epsilon, Math.BitDecrement(1.0));
    }
}
