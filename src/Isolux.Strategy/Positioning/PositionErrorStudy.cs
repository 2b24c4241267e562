using System.Collections.Immutable;
using Isolux.Calibration.NonUniformity;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Strategy.Response;

namespace Isolux.Strategy.Positioning;

/// <summary>What position errors of the calibration points do to the map g(r, theta): error of every point, and maps from points that were displaced.</summary>
/// <param name="map">The calibrated map.</param>
/// <param name="accuraciesMm">Standard error of each coordinate of a source by deployment system, mm.</param>
/// <param name="fiducialRadiusMm">Radius of the fiducial volume, mm.</param>
/// <param name="threads">Threads.</param>
internal sealed class PositionErrorStudy(NonUniformityResult map, ImmutableDictionary<string, double> accuraciesMm, double fiducialRadiusMm, int threads)
{
    /// <summary>The points with the errors of their positions: |grad g| of the map times the accuracy of the system.</summary>
    public ImmutableArray<NonUniformityPoint> Points =>
    [
        .. map.Points.Select(point => point with { PositionError = accuraciesMm.GetValueOrDefault(point.System) * map.GradientPerMm(point.RadiusMm, point.CosTheta) }),
    ];

    /// <summary>Rms change of the map when every source was displaced by its position error in the half plane, averaged in quadrature over toys.</summary>
    /// <param name="toys">Number of toys.</param>
    /// <param name="weighted">Whether the fit of the map knows the position errors.</param>
    /// <param name="seed">Seed of the displacements.</param>
    /// <param name="cancellation">Stops it.</param>
    public ResidualUniformity Displace(int toys, PositionWeighting weighted, ulong seed, CancellationToken cancellation)
    {
        ImmutableArray<NonUniformityPoint> points = Points;
        NonUniformityCalibrator calibrator = new(0.0, map.ReferenceRadiusMm);
        NonUniformityResult reference = weighted == PositionWeighting.Ignored ? map : calibrator.Join(points, []);
        double fiducial = 0;
        double edge = 0;
        for (int toy = 0; toy < toys; toy++)
        {
            cancellation.ThrowIfCancellationRequested();
            ImmutableArray<NonUniformityPoint> displaced = [.. points.Select((point, i) => Displace(point, new RandomSequence(seed, 0, RandomStream.Toy, (uint)toy, (uint)i)))];
            NonUniformityResult moved = calibrator.Join(weighted == PositionWeighting.Ignored ? [.. displaced.Select(point => point with { PositionError = 0.0 })] : displaced, []);
            ResidualUniformity change = ResidualUniformity.Of(
                fiducialRadiusMm, threads, place => moved.Evaluate(place.RadiusMm, place.CosTheta) / reference.Evaluate(place.RadiusMm, place.CosTheta));
            fiducial += change.FiducialRms * change.FiducialRms / toys;
            edge += change.EdgeRms * change.EdgeRms / toys;
        }

        return new ResidualUniformity(Math.Sqrt(fiducial), Math.Sqrt(edge));
    }

    // The source was elsewhere and gave the response of that place, while the point enters where it was believed to be.
    private NonUniformityPoint Displace(NonUniformityPoint point, RandomSequence random)
    {
        double accuracyMm = accuraciesMm.GetValueOrDefault(point.System);
        double rhoMm = point.RadiusMm * Math.Sqrt(Math.Max(0.0, 1.0 - (point.CosTheta * point.CosTheta)));
        Position real = new(rhoMm + (accuracyMm * random.NextNormal()), 0.0, (point.RadiusMm * point.CosTheta) + (accuracyMm * random.NextNormal()));
        return point with { Ratio = point.Ratio + map.Evaluate(real.RadiusMm, real.CosTheta) - map.Evaluate(point.RadiusMm, point.CosTheta) };
    }
}
