using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isolux.Simulation.Optics;

/// <summary>Sixteen <see cref="Float3"/>; every operation rounds as its scalar companion does.</summary>
internal readonly struct Float3Lanes(Vector512<float> x, Vector512<float> y, Vector512<float> z)
{
    public readonly Vector512<float> X = x;
    public readonly Vector512<float> Y = y;
    public readonly Vector512<float> Z = z;

    /// <summary>One of the sixteen.</summary>
    public Float3 this[int lane] => new(X[lane], Y[lane], Z[lane]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float3Lanes operator +(Float3Lanes left, Float3Lanes right) => new(left.X + right.X, left.Y + right.Y, left.Z + right.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float3Lanes operator *(Vector512<float> factor, Float3Lanes vector) => new(factor * vector.X, factor * vector.Y, factor * vector.Z);

    /// <summary>Lane i of the result is the lane that element i of an index names.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float3Lanes Shuffle(Float3Lanes vectors, Vector512<int> lane) =>
        new(Vector512.Shuffle(vectors.X, lane), Vector512.Shuffle(vectors.Y, lane), Vector512.Shuffle(vectors.Z, lane));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float3Lanes operator -(Float3Lanes left, Float3Lanes right) => new(left.X - right.X, left.Y - right.Y, left.Z - right.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float3Lanes Select(Vector512<float> mask, Float3Lanes yes, Float3Lanes no) => new(
        Vector512.ConditionalSelect(mask, yes.X, no.X),
        Vector512.ConditionalSelect(mask, yes.Y, no.Y),
        Vector512.ConditionalSelect(mask, yes.Z, no.Z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Float3Lanes Advance(Vector512<float> length, Float3Lanes direction) => new(
        Vector512.FusedMultiplyAdd(length, direction.X, X),
        Vector512.FusedMultiplyAdd(length, direction.Y, Y),
        Vector512.FusedMultiplyAdd(length, direction.Z, Z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Dot(Float3Lanes left, Float3Lanes right) =>
        Vector512.FusedMultiplyAdd(left.X, right.X, Vector512.FusedMultiplyAdd(left.Y, right.Y, left.Z * right.Z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float3Lanes Cross(Float3Lanes left, Float3Lanes right) => new(
        Vector512.FusedMultiplyAdd(left.Y, right.Z, -(left.Z * right.Y)),
        Vector512.FusedMultiplyAdd(left.Z, right.X, -(left.X * right.Z)),
        Vector512.FusedMultiplyAdd(left.X, right.Y, -(left.Y * right.X)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Float3Lanes Renormalised() => Vector512.FusedMultiplyAdd(Vector512.Create(-0.5f), Dot(this, this), Vector512.Create(1.5f)) * this;
}
