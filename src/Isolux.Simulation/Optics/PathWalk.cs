using System.Runtime.CompilerServices;

namespace Isolux.Simulation.Optics;

/// <summary>
/// The part of a straight path inside a range of radii, cut into equal pieces so short that, seen from the detector centre, no point of a piece lies further
/// than a given angle from its middle.
/// </summary>
/// <param name="StartMm">Distance along the path to the first piece.</param>
/// <param name="PieceMm">Length of a piece.</param>
/// <param name="Pieces">Number of pieces; 0 where the path misses the range.</param>
internal readonly record struct PathWalk(float StartMm, float PieceMm, int Pieces)
{
    /// <summary>Cuts a path.</summary>
    /// <param name="radiusSquared">Squared radius of its start, mm^2.</param>
    /// <param name="along">Position times direction at the start, mm.</param>
    /// <param name="lengthMm">Length of the path.</param>
    /// <param name="innerSquared">Squared inner radius of the range, mm^2.</param>
    /// <param name="outerSquared">Squared outer radius of the range, mm^2.</param>
    /// <param name="angleRad">Largest angle from the middle of a piece.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PathWalk Cut(float radiusSquared, float along, float lengthMm, float innerSquared, float outerSquared, float angleRad)
    {
        float alongSquared = along * along;
        float start = 0.0f;
        if (radiusSquared < innerSquared)
        {
            start = MathF.Sqrt(alongSquared + innerSquared - radiusSquared) - along;
        }

        if (start >= lengthMm)
        {
            return default;
        }

        float outwards = alongSquared + outerSquared - radiusSquared;
        if (outwards <= 0.0f)
        {
            return default;
        }

        float end = MathF.Min(lengthMm, MathF.Sqrt(outwards) - along);
        if (end <= start)
        {
            return default;
        }

        // A step ds at radius r and impact parameter p turns the direction by p ds / r^2, at most 1/p where the path passes its nearest point.
        float impactSquared = MathF.Max(radiusSquared - alongSquared, 0.0f);
        float nearestSquared = start > 0.0f || along >= 0.0f ? MathF.Max(innerSquared, radiusSquared) : impactSquared;
        float turnRad = MathF.Sqrt(impactSquared) * (end - start) / MathF.Max(nearestSquared, 1.0f);
        float cuts = turnRad / (2.0f * angleRad);
        int pieces = cuts < 1.0f ? 1 : (int)MathF.Min(cuts + 1.0f, 100000.0f);
        return new PathWalk(start, (end - start) / pieces, pieces);
    }
}
