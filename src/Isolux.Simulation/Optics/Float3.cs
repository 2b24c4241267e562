using System.Runtime.CompilerServices;

namespace Isolux.Simulation.Optics;

/// <summary>Three single-precision components in the detector frame. Sums are written out so that every processor adds in the same order.</summary>
internal readonly struct Float3(float x, float y, float z)
{
    public readonly float X = x;
    public readonly float Y = y;
    public readonly float Z = z;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float3 operator +(Float3 left, Float3 right) => new(left.X + right.X, left.Y + right.Y, left.Z + right.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float3 operator -(Float3 left, Float3 right) => new(left.X - right.X, left.Y - right.Y, left.Z - right.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float3 operator *(float factor, Float3 vector) => new(factor * vector.X, factor * vector.Y, factor * vector.Z);

    /// <summary>this + length x direction, one rounding per component.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Float3 Advance(float length, Float3 direction) => new(
        MathF.FusedMultiplyAdd(length, direction.X, X),
        MathF.FusedMultiplyAdd(length, direction.Y, Y),
        MathF.FusedMultiplyAdd(length, direction.Z, Z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Dot(Float3 left, Float3 right) =>
        MathF.FusedMultiplyAdd(left.X, right.X, MathF.FusedMultiplyAdd(left.Y, right.Y, left.Z * right.Z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float3 Cross(Float3 left, Float3 right) => new(
        MathF.FusedMultiplyAdd(left.Y, right.Z, -(left.Z * right.Y)),
        MathF.FusedMultiplyAdd(left.Z, right.X, -(left.X * right.Z)),
        MathF.FusedMultiplyAdd(left.X, right.Y, -(left.Y * right.X)));

    /// <summary>One Newton step towards unit length: enough for a vector that rounding moved off it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Float3 Renormalised() => MathF.FusedMultiplyAdd(-0.5f, Dot(this, this), 1.5f) * this;
}
