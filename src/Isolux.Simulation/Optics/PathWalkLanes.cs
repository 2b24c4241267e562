using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isolux.Simulation.Optics;

/// <summary>Sixteen <see cref="PathWalk"/>; lane for lane the same bits.</summary>
/// <inheritdoc cref="PathWalk"/>
internal readonly struct PathWalkLanes(Vector512<float> startMm, Vector512<float> pieceMm, Vector512<int> pieces)
{
    /// <summary>Cuts sixteen paths; see <see cref="PathWalk.Cut"/>.</summary>
    public static PathWalkLanes Cut(
        Vector512<float> radiusSquared, Vector512<float> along, Vector512<float> lengthMm, float innerSquared, float outerSquared, float angleRad)
    {
        Vector512<float> zero = Vector512<float>.Zero;
        Vector512<float> one = Vector512.Create(1.0f);
        Vector512<float> inner = Vector512.Create(innerSquared);
        Vector512<float> alongSquared = along * along;
        Vector512<float> start = Vector512.ConditionalSelect(
            Vector512.LessThan(radiusSquared, inner), Vector512.Sqrt(alongSquared + inner - radiusSquared) - along, zero);
        Vector512<float> outwards = alongSquared + Vector512.Create(outerSquared) - radiusSquared;
        Vector512<float> end = Vector512.Min(lengthMm, Vector512.Sqrt(outwards) - along);
        Vector512<float> inside = Vector512.LessThan(start, lengthMm) & Vector512.GreaterThan(outwards, zero) & Vector512.GreaterThan(end, start);
        Vector512<float> impactSquared = Vector512.Max(radiusSquared - alongSquared, zero);
        Vector512<float> nearestSquared = Vector512.ConditionalSelect(
            Vector512.GreaterThan(start, zero) | Vector512.GreaterThanOrEqual(along, zero), Vector512.Max(inner, radiusSquared), impactSquared);
        Vector512<float> turnRad = Vector512.Sqrt(impactSquared) * (end - start) / Vector512.Max(nearestSquared, one);
        Vector512<float> cuts = turnRad / Vector512.Create(2.0f * angleRad);
        Vector512<int> pieces = Vector512.ConditionalSelect(
            Vector512.LessThan(cuts, one).AsInt32(),
            Vector512<int>.One,
            Vector512.ConvertToInt32(Vector512.Min(cuts + one, Vector512.Create(100000.0f))));
        return new PathWalkLanes(start, (end - start) / Vector512.ConvertToSingle(pieces), pieces & inside.AsInt32());
    }

    /// <summary>Number of pieces; 0 where the path misses the range.</summary>
    public Vector512<int> Pieces => pieces;

    /// <summary>Lane i of the result is the path that element i of an index names.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PathWalkLanes Shuffle(Vector512<int> path) =>
        new(Vector512.Shuffle(startMm, path), Vector512.Shuffle(pieceMm, path), Vector512.Shuffle(pieces, path));

    /// <summary>Distance along the path to the middle of a piece.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> MiddleMm(Vector512<int> piece) => startMm + (pieceMm * (Vector512.ConvertToSingle(piece) + Vector512.Create(0.5f)));

    /// <summary>Distance along the path to the end of a piece.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> EndMm(Vector512<int> piece) => startMm + (pieceMm * Vector512.ConvertToSingle(piece + Vector512<int>.One));
}
