using System.Runtime.CompilerServices;

namespace Isolux.Numerics.Random;

/// <summary>Four random 32-bit words.</summary>
public readonly record struct PhiloxBlock(uint Word0, uint Word1, uint Word2, uint Word3)
{
    private const float TwoToMinus24 = 1.0f / 16777216.0f;

    /// <summary>A float in (0, 1): the upper 24 bits of a word, centred in their cell, so neither 0 nor 1 occurs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ToOpenUnit(uint word)
    {
        // 23 bits plus one half keeps the sum exact in float32 and strictly below 1.
        return ((word >> 9) + 0.5f) * (2.0f * TwoToMinus24);
    }

    /// <summary>A double in (0, 1) from two words (52 bits, centred in their cell).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToOpenUnit(uint high, uint low)
    {
        ulong bits = (((ulong)high << 32) | low) >> 12;
        return (bits + 0.5) * (1.0 / 4503599627370496.0);
    }
}
