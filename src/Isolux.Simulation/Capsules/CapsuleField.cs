using System.Collections.Immutable;
using Isolux.Detector.Capsules;
using Isolux.Detector.Materials;
using Isolux.Quantities;
using Isolux.Simulation.Particles;

namespace Isolux.Simulation.Capsules;

/// <summary>A capsule and its fixture in the scintillator, as particles meet it: regions by material and the way to the next boundary.</summary>
internal sealed class CapsuleField
{
    /// <summary>The region around the capsule; region i above it holds material i - 1.</summary>
    public const int Scintillator = 0;

    // Particles are put this far beyond a boundary, so that rounding cannot leave them on it.
    private const double SkinMm = 1e-6;
    private const double ShortestSegmentMm = 0.05;
    private const double SegmentRangeFraction = 0.2;

    private readonly Position _source;
    private readonly UprightCylinder[] _shapes;
    private readonly int[] _regions;

    public CapsuleField(SourceCapsule capsule, Position source)
    {
        ImmutableArray<CapsuleBody> bodies = capsule.Bodies();
        Materials = [.. bodies.Select(body => body.Material).Distinct<MaterialComposition>(ReferenceEqualityComparer.Instance)];
        _source = source;
        _shapes = [.. bodies.Select(body => body.Shape)];
        _regions = [.. bodies.Select(body => 1 + Materials.IndexOf(Materials.First(material => ReferenceEquals(material, body.Material))))];
    }

    public ImmutableArray<MaterialComposition> Materials { get; }

    /// <summary>The region a point lies in.</summary>
    public int RegionAt(in Position position)
    {
        Position point = position - _source;
        for (int i = 0; i < _shapes.Length; i++)
        {
            if (CylinderCrossing.Contains(_shapes[i], point))
            {
                return _regions[i];
            }
        }

        return Scintillator;
    }

    /// <summary>Length of path to the end of the region, a skin beyond the boundary included, mm; infinite where nothing is in the way.</summary>
    public double BoundaryMm(in Position position, in UnitVector direction)
    {
        Position point = position - _source;
        double nearestMm = double.PositiveInfinity;
        for (int i = 0; i < _shapes.Length; i++)
        {
            (double fromMm, double toMm) = CylinderCrossing.Chord(_shapes[i], point, direction);
            double crossingMm = fromMm > 0 ? fromMm : toMm;
            if (crossingMm > 0 && crossingMm < nearestMm)
            {
                nearestMm = crossingMm;
            }
        }

        return nearestMm + SkinMm;
    }

    /// <summary>
    /// Length of the next straight piece of an electron's track, mm: the given one where no boundary can be reached, else short against the clearance and the range, and never
    /// below 0.05 mm, which is how well boundaries are kept.
    /// </summary>
    public double SegmentMm(in Position position, double rangeMm, double longestMm)
    {
        Position point = position - _source;
        double clearanceMm = double.PositiveInfinity;
        foreach (ref readonly UprightCylinder shape in _shapes.AsSpan())
        {
            clearanceMm = Math.Min(clearanceMm, CylinderCrossing.ClearanceMm(shape, point));
        }

        return clearanceMm >= longestMm || rangeMm <= clearanceMm
            ? longestMm
            : Math.Max(ShortestSegmentMm, Math.Min(clearanceMm, SegmentRangeFraction * rangeMm));
    }
}
