using System.Collections.Immutable;
using Isolux.Calibration.NonUniformity;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Strategy.Response;

namespace Isolux.Strategy.Positioning;

/// <summary>What position errors of the calibration points do to the map g(r, theta): error of every point, and maps from points that were displaced.</summary>
/// <param name="map">The calibrated map.</param>
/// <param name="response">The perfectly known response to the source, azimuthal mean, at a radius (mm) and cos(theta).</param>
/// <param name="judge">The perfectly known response to the events that the map corrects, likewise.</param>
/// <param name="accuraciesMm">Standard error of each coordinate of a source by deployment system, mm.</param>
/// <param name="fiducialRadiusMm">Radius of the fiducial volume, mm.</param>
/// <param name="threads">Threads.</param>
internal sealed class PositionErrorStudy(NonUniformityResult map, Func<double, double, double> response, Func<double, double, double> judge, ImmutableDictionary<string, double> accuraciesMm, double fiducialRadiusMm, int threads)
{
    private const double StepMm = 10.0;

    /// <summary>The points with the errors of their positions: |grad g| of the map times the accuracy of the system.</summary>
    public ImmutableArray<NonUniformityPoint> Points =>
    [
        .. map.Points.Select(point => point with { PositionError = accuraciesMm.GetValueOrDefault(point.System) * map.GradientPerMm(point.RadiusMm, point.CosTheta) }),
    ];

    /// <summary>The error of a point's response by the perfectly known response instead of the map.</summary>
    public double TrueError(NonUniformityPoint point) => accuraciesMm.GetValueOrDefault(point.System) * GradientPerMm(point.RadiusMm, point.CosTheta);

    /// <summary>|grad g| of the perfectly known response at a radius (mm) and cos(theta), 1/mm.</summary>
    public double GradientPerMm(double radiusMm, double cosTheta)
    {
        double rhoMm = radiusMm * Math.Sqrt(Math.Max(0.0, 1.0 - (cosTheta * cosTheta)));
        double zMm = radiusMm * cosTheta;
        double byRho = (At(rhoMm + StepMm, zMm) - At(rhoMm - StepMm, zMm)) / (2.0 * StepMm);
        double byZ = (At(rhoMm, zMm + StepMm) - At(rhoMm, zMm - StepMm)) / (2.0 * StepMm);
        return Math.Sqrt((byRho * byRho) + (byZ * byZ));
    }

    /// <summary>What the map leaves of the response it corrects (rms over volume) when every source is displaced by its position error in the half plane, in quadrature over toys.</summary>
    /// <param name="toys">Number of toys.</param>
    /// <param name="weighted">Whether the fit of the map knows the position errors.</param>
    /// <param name="seed">Seed of the displacements.</param>
    /// <param name="cancellation">Stops it.</param>
    public ResidualUniformity Displace(int toys, PositionWeighting weighted, ulong seed, CancellationToken cancellation)
    {
        ImmutableArray<NonUniformityPoint> points = Points;
        NonUniformityCalibrator calibrator = new(0.0, map.ReferenceRadiusMm);
        double fiducial = 0;
        double edge = 0;
        for (int toy = 0; toy < toys; toy++)
        {
            cancellation.ThrowIfCancellationRequested();
            ImmutableArray<NonUniformityPoint> displaced = [.. points.Select((point, i) => Displace(point, new RandomSequence(seed, 0, RandomStream.Toy, (uint)toy, (uint)i)))];
            ResidualUniformity left = Left(calibrator.Join(weighted == PositionWeighting.Ignored ? [.. displaced.Select(point => point with { PositionError = 0.0 })] : displaced, []));
            fiducial += left.FiducialRms * left.FiducialRms / toys;
            edge += left.EdgeRms * left.EdgeRms / toys;
        }

        return new ResidualUniformity(Math.Sqrt(fiducial), Math.Sqrt(edge));
    }

    /// <summary>What a map leaves of the response it corrects (rms over volume).</summary>
    public ResidualUniformity Left(NonUniformityResult some) => ResidualUniformity.Of(
        fiducialRadiusMm, threads, place => judge(place.RadiusMm, place.CosTheta) / some.Evaluate(place.RadiusMm, place.CosTheta));

    // The source was elsewhere and gave the response of that place, while the point enters where it was believed to be.
    private NonUniformityPoint Displace(NonUniformityPoint point, RandomSequence random)
    {
        double accuracyMm = accuraciesMm.GetValueOrDefault(point.System);
        double rhoMm = point.RadiusMm * Math.Sqrt(Math.Max(0.0, 1.0 - (point.CosTheta * point.CosTheta)));
        Position real = new(rhoMm + (accuracyMm * random.NextNormal()), 0.0, (point.RadiusMm * point.CosTheta) + (accuracyMm * random.NextNormal()));
        return point with { Ratio = point.Ratio + response(real.RadiusMm, real.CosTheta) - response(point.RadiusMm, point.CosTheta) };
    }

    private double At(double rhoMm, double zMm)
    {
        Position point = new(rhoMm, 0.0, zMm);
        return response(point.RadiusMm, point.CosTheta);
    }
}
