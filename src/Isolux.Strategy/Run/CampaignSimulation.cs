using System.Collections.Immutable;
using Isolux.Calibration.LightYield;
using Isolux.Calibration.NonUniformity;
using Isolux.Campaign.Planning;
using Isolux.Events.Samples;
using Isolux.Simulation.Response;
using Isolux.Simulation.Samples;

namespace Isolux.Strategy.Run;

/// <summary>Simulates the neutron source at every point of a plan and calibrates the light yield and the non-uniformity from the result.</summary>
internal sealed class CampaignSimulation(DetectorSimulation simulation, MapSurvey survey, RunSettings settings)
{
    // Closer to the chimney the response changes within half a metre, which points two metres apart cannot follow: such a point would bend the spline far around it.
    public const double LargestObstructedFraction = 0.025;

    public CampaignMeasurement Measure(IProgress<double>? progress, CancellationToken cancellation)
    {
        ImmutableArray<CalibrationPoint> points = survey.Points;
        SourceSample[] samples = new SourceSample[points.Length];
        SourceSample? centreSample = null;
        long simulated = 0;
        for (int i = 0; i < points.Length; i++)
        {
            samples[i] = Simulate(points[i], RandomRuns.CalibrationPoints + (uint)i, cancellation);
            centreSample = points[i] == survey.Centre ? samples[i] : centreSample;
            simulated += samples[i].Count;
            progress?.Report((i + 1.0) / points.Length);
        }

        LightYieldResult lightYield = new LightYieldCalibrator(simulation.DarkNoiseMeanPe, survey.Source.GammaLinesMeV[0]).Calibrate(centreSample!);
        NonUniformityResult map = new NonUniformityCalibrator(simulation.DarkNoiseMeanPe, simulation.Geometry.ScintillatorRadiusMm)
            .Calibrate(lightYield.Peak, [.. samples]);
        return new CampaignMeasurement(lightYield, map, [.. centreSample!.PhotoElectrons.Span], simulated, points.Sum(point => (long)point.Events));
    }

    private SourceSample Simulate(CalibrationPoint point, uint run, CancellationToken cancellation)
    {
        SourceGenerator generator = new(survey.Source, point.Position, simulation.Geometry.ScintillatorRadiusMm);
        bool inside = point.Position.RadiusMm < simulation.Geometry.ScintillatorRadiusMm;
        int count = inside ? settings.SourceEvents(point.Events) : settings.BoundaryEvents(point.Events);
        SimulatedEvents events = simulation.Samples.Simulate(generator, count, run, cancellation);
        double obstructed = AxialObstruction.SolidAngleFraction(simulation.Geometry, point.Position);
        string? excluded = obstructed > LargestObstructedFraction ? FormattableString.Invariant($"the chimney covers {100.0 * obstructed:F1} % of the solid angle") : null;
        return new SourceSample(point.System, point.Position, events.LightCentre, events.PhotoElectrons, excluded);
    }
}
