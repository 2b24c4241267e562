using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isolux.Numerics.Elementary;

/// <summary>The functions of <see cref="Elementary32"/> for sixteen numbers at once, bit for bit the same: the same IEEE operations in the same order.</summary>
public static class Elementary32Lanes
{
    /// <summary>Natural logarithm of positive normal numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x)
    {
        Vector512<int> bits = x.AsInt32();
        Vector512<int> exponent = (bits - Vector512.Create(0x3F3504F3)) >> 23;
        Vector512<float> mantissa = (bits - (exponent << 23)).AsSingle();
        Vector512<float> one = Vector512.Create(1.0f);
        Vector512<float> s = (mantissa - one) / (mantissa + one);
        Vector512<float> z = s * s;
        Vector512<float> series = Vector512.FusedMultiplyAdd(Vector512.Create(1.0f / 9.0f), z, Vector512.Create(1.0f / 7.0f));
        series = Vector512.FusedMultiplyAdd(series, z, Vector512.Create(1.0f / 5.0f));
        series = Vector512.FusedMultiplyAdd(series, z, Vector512.Create(1.0f / 3.0f));
        Vector512<float> twice = Vector512.Create(2.0f) * s;
        Vector512<float> logMantissa = Vector512.FusedMultiplyAdd(twice * z, series, twice);
        return Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(exponent), Vector512.Create(0.69314718f), logMantissa);
    }

    /// <summary>Sine and cosine of 2 pi <paramref name="turn"/> for turns in [0, 1].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<float> Sine, Vector512<float> Cosine) SinCosTurn(Vector512<float> turn)
    {
        Vector512<int> quarters = Vector512.ConvertToInt32Native(Vector512.FusedMultiplyAdd(turn, Vector512.Create(4.0f), Vector512.Create(0.5f)));
        Vector512<float> x = Vector512.FusedMultiplyAdd(Vector512.Create(-0.25f), Vector512.ConvertToSingle(quarters), turn) * Vector512.Create(2.0f * MathF.PI);
        Vector512<float> z = x * x;
        Vector512<float> s = Vector512.FusedMultiplyAdd(Vector512.Create(1.0f / 362880.0f), z, Vector512.Create(-1.0f / 5040.0f));
        s = Vector512.FusedMultiplyAdd(s, z, Vector512.Create(1.0f / 120.0f));
        s = Vector512.FusedMultiplyAdd(s, z, Vector512.Create(-1.0f / 6.0f));
        Vector512<float> sine = Vector512.FusedMultiplyAdd(s * z, x, x);
        Vector512<float> c = Vector512.FusedMultiplyAdd(Vector512.Create(1.0f / 40320.0f), z, Vector512.Create(-1.0f / 720.0f));
        c = Vector512.FusedMultiplyAdd(c, z, Vector512.Create(1.0f / 24.0f));
        c = Vector512.FusedMultiplyAdd(c, z, Vector512.Create(-0.5f));
        Vector512<float> cosine = Vector512.FusedMultiplyAdd(c, z, Vector512.Create(1.0f));
        Vector512<float> even = Vector512.Equals(quarters & Vector512.Create(1), Vector512<int>.Zero).AsSingle();
        Vector512<float> first = Vector512.ConditionalSelect(even, sine, cosine);
        Vector512<float> second = Vector512.ConditionalSelect(even, cosine, sine);

        // A sign is the second bit of the quarter moved to the top; flipping it is the same as multiplying by -1.
        Vector512<int> sineSign = (quarters & Vector512.Create(2)) << 30;
        Vector512<int> cosineSign = ((quarters + Vector512.Create(1)) & Vector512.Create(2)) << 30;
        return ((first.AsInt32() ^ sineSign).AsSingle(), (second.AsInt32() ^ cosineSign).AsSingle());
    }
}
