using System.Runtime.CompilerServices;

namespace Isolux.Numerics.Elementary;

/// <summary>Single-precision companions of <see cref="Elementary64"/> for photon transport; errors of about one ulp.</summary>
public static class Elementary32
{
    /// <summary>Natural logarithm of a positive normal number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log(float x)
    {
        // Adding this offset rounds the exponent so that the mantissa falls into [sqrt(1/2), sqrt(2)).
        int bits = BitConverter.SingleToInt32Bits(x);
        int shifted = bits - 0x3F3504F3;
        int exponent = shifted >> 23;
        float mantissa = BitConverter.Int32BitsToSingle(bits - (exponent << 23));
        float s = (mantissa - 1.0f) / (mantissa + 1.0f);
        float z = s * s;
        float series = MathF.FusedMultiplyAdd(1.0f / 9.0f, z, 1.0f / 7.0f);
        series = MathF.FusedMultiplyAdd(series, z, 1.0f / 5.0f);
        series = MathF.FusedMultiplyAdd(series, z, 1.0f / 3.0f);
        float logMantissa = MathF.FusedMultiplyAdd(2.0f * s * z, series, 2.0f * s);
        return MathF.FusedMultiplyAdd(exponent, 0.69314718f, logMantissa);
    }

    /// <summary>Sine and cosine of 2 pi <paramref name="turn"/> for turn in [0, 1].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (float Sine, float Cosine) SinCosTurn(float turn)
    {
        int quarters = (int)MathF.FusedMultiplyAdd(turn, 4.0f, 0.5f);
        float x = MathF.FusedMultiplyAdd(-0.25f, quarters, turn) * (2.0f * MathF.PI);
        float z = x * x;
        float s = MathF.FusedMultiplyAdd(1.0f / 362880.0f, z, -1.0f / 5040.0f);
        s = MathF.FusedMultiplyAdd(s, z, 1.0f / 120.0f);
        s = MathF.FusedMultiplyAdd(s, z, -1.0f / 6.0f);
        float sine = MathF.FusedMultiplyAdd(s * z, x, x);
        float c = MathF.FusedMultiplyAdd(1.0f / 40320.0f, z, -1.0f / 720.0f);
        c = MathF.FusedMultiplyAdd(c, z, 1.0f / 24.0f);
        c = MathF.FusedMultiplyAdd(c, z, -0.5f);
        float cosine = MathF.FusedMultiplyAdd(c, z, 1.0f);
        float first = (quarters & 1) == 0 ? sine : cosine;
        float second = (quarters & 1) == 0 ? cosine : sine;
        float sineSign = (quarters & 2) == 0 ? 1.0f : -1.0f;
        float cosineSign = ((quarters + 1) & 2) == 0 ? 1.0f : -1.0f;
        return (sineSign * first, cosineSign * second);
    }
}
