using System.Collections.Immutable;
using Isolux.Detector.Geometry;
using Isolux.Numerics.Random;
using Isolux.Quantities;

namespace Isolux.Strategy.Validation;

/// <summary>A part of the scintillator with points drawn at random in it, by radius (fractions of the scintillator's) and the range of cos(theta).</summary>
internal sealed record ProbeRegion(string Name, int Points, double InnerFraction, double OuterFraction, double LowestCosTheta, double HighestCosTheta)
{
    private const uint RandomRun = 5;

    // Within 20 degrees of a pole.
    private const double PolarCosTheta = 0.94;

    /// <summary>The regions of a detector: its fiducial volume, where total reflection sets in and beyond, the edge, and both poles.</summary>
    public static ImmutableArray<ProbeRegion> Of(DetectorGeometry geometry)
    {
        double fiducial = geometry.FiducialRadiusMm / geometry.ScintillatorRadiusMm;
        return
        [
            new("fiducial volume", 12, 0.0, fiducial, -1.0, 1.0),
            new("total reflection and beyond", 12, 0.875 * fiducial, fiducial, -1.0, 1.0),
            new("outside the fiducial volume", 6, fiducial, 0.99, -1.0, 1.0),
            new("upper pole", 8, 0.8 * fiducial, fiducial, PolarCosTheta, 1.0),
            new("lower pole", 8, 0.8 * fiducial, fiducial, -1.0, -PolarCosTheta),
        ];
    }

    /// <summary>The points, even in volume and solid angle.</summary>
    /// <param name="radiusMm">Radius of the scintillator, mm.</param>
    /// <param name="seed">Seed; another one for every region.</param>
    public ImmutableArray<Position> Draw(double radiusMm, ulong seed)
    {
        RandomSequence random = new(seed, RandomRun, RandomStream.Toy, 0, 0);
        Position[] points = new Position[Points];
        for (int i = 0; i < points.Length; i++)
        {
            double inner = Math.Pow(InnerFraction, 3);
            double fraction = Math.Cbrt(inner + (random.NextDouble() * (Math.Pow(OuterFraction, 3) - inner)));
            double cosTheta = LowestCosTheta + (random.NextDouble() * (HighestCosTheta - LowestCosTheta));
            points[i] = Position.FromSpherical(fraction * radiusMm, cosTheta, 2.0 * Math.PI * random.NextDouble());
        }

        return [.. points];
    }
}
