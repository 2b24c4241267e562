using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Numerics;

public sealed class StatisticalAssertTests
{
    [Fact]
    public void AgreementCountsBothErrors()
    {
        StatisticalAssert.Agrees(1.3, 0.1, 1.0, 0.1, 0.01);
        StatisticalAssertException fault = Assert.Throws<StatisticalAssertException>(() => StatisticalAssert.Agrees(1.3, 0.1, 1.0, 0.01));
        Assert.Contains("pull 3.00", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NaNNeverAgrees()
    {
        Assert.Throws<StatisticalAssertException>(() => StatisticalAssert.Agrees(double.NaN, 1.0, 0.0, 0.5));
        Assert.Throws<StatisticalAssertException>(() => StatisticalAssert.PullsAreStandard([double.NaN, 1.0, 2.0], 0.5));
    }

    [Fact]
    public void AMutantThatPassesIsAFault() =>
        Assert.Throws<StatisticalAssertException>(() => StatisticalAssert.RejectsMutant("nothing wrong", () => StatisticalAssert.Agrees(1.0, 0.1, 1.0, 0.01)));

    [Fact]
    public void SparseBinsAreJoined()
    {
        double[] expected = [4.0, 4.0, 4.0, 100.0, 3.0];
        StatisticalAssert.MatchesExpectation([9.0, 0.0, 3.0, 100.0, 3.0], expected, 0, 0.01);
        Assert.Throws<StatisticalAssertException>(() => StatisticalAssert.MatchesExpectation([4.0, 4.0, 4.0, 150.0, 3.0], expected, 0, 0.01));
        Assert.Throws<ArgumentException>(() => StatisticalAssert.MatchesExpectation([1.0], [1.0], 0, 0.01));
    }
}
