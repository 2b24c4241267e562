using System.Collections.Immutable;
using Isolux.Calibration.NonUniformity;
using Isolux.Numerics.Interpolation;
using Isolux.Numerics.Random;
using Isolux.Strategy.Response;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Points;

/// <summary>Judges sets of points as a campaign would use them: measured with their statistical errors, joined by the calibration's own fit, and compared with the response to positrons.</summary>
internal sealed class PointSetJudge(DetectorSimulation simulation, FoldedResponse positrons, DirectResolution resolution, RunSettings settings)
{
    private const double Percent = 100.0;
    private const uint MeasurementRun = 1_000_000;

    /// <summary>Measures, fits and corrects.</summary>
    public JudgedSet Judge(ImmutableArray<CandidatePoint> points)
    {
        double[] measured = [.. points.Select((point, i) => point.Ratio + (point.Error * new RandomSequence(settings.Seed, MeasurementRun, RandomStream.PointSelection, (uint)i, 0).NextNormal()))];
        ThinPlateSplineFit surface = new ResponseSurfaceFitter(simulation.Geometry.ScintillatorRadiusMm).Fit(
            [.. points.Select(point => point.RadiusMm)], [.. points.Select(point => point.CosTheta)], measured, [.. points.Select(point => point.Error)]);
        double[] energiesMeV = resolution.Correct(point => Response(surface, point.RadiusMm, point.CosTheta));
        (double aTildePercent, double errorPercent) = resolution.Of(energiesMeV);
        return new JudgedSet(points, surface, energiesMeV, aTildePercent, errorPercent);
    }

    /// <summary>What people quote of a set.</summary>
    public PointSetSummary Summarise(string method, int count, JudgedSet set, JudgedSet reference)
    {
        ResidualUniformity Rms(Func<Quantities.Position, double> truth) => ResidualUniformity.Of(
            simulation.Geometry.FiducialRadiusMm, settings.Threads, point => truth(point) / Response(set.Surface, point.RadiusMm, point.CosTheta));
        ResidualUniformity whole = Rms(positrons.Evaluate);
        return new PointSetSummary(
            method,
            count,
            set.Points.Length,
            Percent * whole.FiducialRms,
            Percent * whole.EdgeRms,
            Percent * Rms(point => positrons.EvaluateAzimuthalMean(point.RadiusMm, point.CosTheta)).FiducialRms,
            set.ATildePercent,
            set.ATildeErrorPercent,
            set.ATildePercent - reference.ATildePercent,
            ReferenceEquals(set, reference) ? 0.0 : resolution.PairedErrorPercent(set.EnergiesMeV, reference.EnergiesMeV));
    }

    private double Response(ThinPlateSplineFit surface, double radiusMm, double cosTheta)
    {
        double fraction = radiusMm / simulation.Geometry.ScintillatorRadiusMm;
        return surface.Spline.Evaluate(fraction * fraction * fraction, cosTheta);
    }
}
