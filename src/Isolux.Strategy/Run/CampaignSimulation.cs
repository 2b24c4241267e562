using System.Collections.Immutable;
using Isolux.Calibration.LightYield;
using Isolux.Calibration.NonUniformity;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.Detector.Sources;
using Isolux.Events.Samples;
using Isolux.Simulation.Response;
using Isolux.Simulation.Samples;

namespace Isolux.Strategy.Run;

/// <summary>Simulates the neutron source at every point of a plan and calibrates the light yield and the non-uniformity from the result.</summary>
internal sealed class CampaignSimulation(DetectorSimulation simulation, ExpandedPlan plan, RunSettings settings)
{
    private const double CentreToleranceMm = 1.0;

    // Closer to the chimney the response changes within half a metre, which points two metres apart cannot follow: such a point would bend the spline far around it.
    private const double LargestObstructedFraction = 0.025;

    /// <summary>The source whose points make the map: the neutron source with the most points.</summary>
    public CalibrationSource Workhorse { get; } = simulation.Detector.Sources
        .Where(source => source.Kind == SourceKind.Neutron)
        .MaxBy(source => plan.PointsOf(source.Name).Length)
        ?? throw new InvalidSpecificationException(new SpecificationFault(
            simulation.Detector.Name, "sources", null, "the light yield and the map come from the neutron-capture line", "declare a neutron source"));

    public CampaignMeasurement Measure(IProgress<double>? progress, CancellationToken cancellation)
    {
        ImmutableArray<CalibrationPoint> points = plan.PointsOf(Workhorse.Name);
        CalibrationPoint centre = points.FirstOrDefault(point => point.Position.RadiusMm < CentreToleranceMm)
            ?? throw new InvalidSpecificationException(new SpecificationFault(
                plan.Name, "rows", Workhorse.Name, "no point lies at the centre, to which the response is normalised", "add the point rhoM 0, zM 0"));
        if (points.All(point => point.Position.RhoMm < CentreToleranceMm))
        {
            throw new InvalidSpecificationException(new SpecificationFault(
                plan.Name, "rows", Workhorse.Name, "all its points lie on the axis, and a map of radius and polar angle needs a plane", "choose a campaign with points off the axis, such as comprehensive or monthly"));
        }

        SourceSample[] samples = new SourceSample[points.Length];
        SourceSample? centreSample = null;
        long simulated = 0;
        for (int i = 0; i < points.Length; i++)
        {
            samples[i] = Simulate(points[i], RandomRuns.CalibrationPoints + (uint)i, cancellation);
            centreSample = points[i] == centre ? samples[i] : centreSample;
            simulated += samples[i].Count;
            progress?.Report((i + 1.0) / points.Length);
        }

        LightYieldResult lightYield = new LightYieldCalibrator(simulation.DarkNoiseMeanPe, Workhorse.GammaLinesMeV[0]).Calibrate(centreSample!);
        NonUniformityResult map = new NonUniformityCalibrator(simulation.DarkNoiseMeanPe, simulation.Geometry.ScintillatorRadiusMm)
            .Calibrate(lightYield.Peak, [.. samples]);
        return new CampaignMeasurement(lightYield, map, [.. centreSample!.PhotoElectrons.Span], simulated, points.Sum(point => (long)point.Events));
    }

    private SourceSample Simulate(CalibrationPoint point, uint run, CancellationToken cancellation)
    {
        SourceGenerator generator = new(Workhorse, point.Position, simulation.Geometry.ScintillatorRadiusMm);
        bool inside = point.Position.RadiusMm < simulation.Geometry.ScintillatorRadiusMm;
        int count = inside ? settings.SourceEvents(point.Events) : settings.BoundaryEvents(point.Events);
        SimulatedEvents events = simulation.Samples.Simulate(generator, count, run, cancellation);
        double obstructed = AxialObstruction.SolidAngleFraction(simulation.Geometry, point.Position);
        string? excluded = obstructed > LargestObstructedFraction ? FormattableString.Invariant($"the chimney covers {100.0 * obstructed:F1} % of the solid angle") : null;
        return new SourceSample(point.System, point.Position, events.LightCentre, events.PhotoElectrons, excluded);
    }
}
