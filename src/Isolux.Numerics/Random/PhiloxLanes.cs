using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Isolux.Numerics.Random;

/// <summary>Sixteen Philox4x32-10 blocks at once: lane i holds what <see cref="Philox4x32.Block"/> gives for the counters of lane i.</summary>
/// <param name="Word0">First word of every block.</param>
/// <param name="Word1">Second word of every block.</param>
/// <param name="Word2">Third word of every block.</param>
/// <param name="Word3">Fourth word of every block.</param>
public readonly record struct PhiloxLanes(Vector512<uint> Word0, Vector512<uint> Word1, Vector512<uint> Word2, Vector512<uint> Word3)
{
    /// <summary>The blocks of sixteen counters under one key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PhiloxLanes Blocks(
        Vector512<uint> counter0, Vector512<uint> counter1, Vector512<uint> counter2, Vector512<uint> counter3, uint key0, uint key1)
    {
        for (int round = 0; round < Philox4x32.Rounds; round++)
        {
            Vector512<uint> high0 = MultiplyHigh(counter0, Philox4x32.Multiplier0);
            Vector512<uint> high1 = MultiplyHigh(counter2, Philox4x32.Multiplier1);
            Vector512<uint> low0 = counter0 * Philox4x32.Multiplier0;
            Vector512<uint> low1 = counter2 * Philox4x32.Multiplier1;
            counter0 = high1 ^ counter1 ^ Vector512.Create(key0);
            counter1 = low1;
            counter2 = high0 ^ counter3 ^ Vector512.Create(key1);
            counter3 = low0;
            key0 += Philox4x32.Weyl0;
            key1 += Philox4x32.Weyl1;
        }

        return new PhiloxLanes(counter0, counter1, counter2, counter3);
    }

    /// <summary>Floats in (0, 1) as <see cref="PhiloxBlock.ToOpenUnit(uint)"/> makes them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ToOpenUnit(Vector512<uint> word) =>
        (Vector512.ConvertToSingle((word >> 9).AsInt32()) + Vector512.Create(0.5f)) * Vector512.Create(1.0f / 8388608.0f);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> MultiplyHigh(Vector512<uint> left, uint right)
    {
        Vector512<ulong> lower = Vector512.Create((ulong)uint.MaxValue);
        Vector512<ulong> even = Widen(left, right, lower);
        Vector512<ulong> odd = Widen((left.AsUInt64() >> 32).AsUInt32(), right, lower);
        return Vector512.ConditionalSelect(lower.AsUInt32(), (even >> 32).AsUInt32(), odd.AsUInt32());
    }

    /// <summary>64-bit products of the even lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Widen(Vector512<uint> left, uint right, Vector512<ulong> lower) => Avx512F.IsSupported
        ? Avx512F.Multiply(left, Vector512.Create(right))
        : (left.AsUInt64() & lower) * Vector512.Create((ulong)right);
}
