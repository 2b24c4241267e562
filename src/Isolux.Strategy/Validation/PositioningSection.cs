using System.Collections.Immutable;
using Isolux.Calibration.NonUniformity;
using Isolux.Campaign.Planning;
using Isolux.Campaign.Positioning;
using Isolux.Detector;
using Isolux.Detector.Deployment;
using Isolux.Detector.Positioning;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Positioning;
using Isolux.Simulation.Response;
using Isolux.Strategy.Positioning;
using Isolux.Strategy.Report;
using Isolux.Strategy.Response;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Validation;

/// <summary>Closure of ultrasound, cameras and cables over the whole plane of the cable loops, and what position errors do to the map g(r, theta).</summary>
/// <param name="detector">The detector.</param>
/// <param name="plan">Expands the campaign that calibrates it.</param>
/// <param name="maps">Gives response maps.</param>
/// <param name="settings">Statistics.</param>
public sealed class PositioningSection(DetectorDescription detector, Func<ExpandedPlan> plan, ResponseMapProvider maps, ValidationSettings settings) : IValidationSection
{
    private const double StepMm = 2_000.0;
    private const double CmPerMm = 0.1;
    private const int FullCampaigns = 24;
    private const int VariedCampaigns = 10;
    private const int FullToys = 8;
    private const double AccuracyMm = 30.0;
    private const double QuotedEffectiveResolutionPercent = 3.0;
    private const double ConstantTermWeight = 1.6;

    private static readonly ImmutableArray<double> s_outliers = [0.0, 0.1, 0.2];
    private static readonly ImmutableArray<double> s_scales = [0.5, 1.0, 2.0, 4.0];
    private static readonly ImmutableArray<double> s_pupilsMm = [0.0, 1.0, 3.0, 10.0];
    private static readonly ImmutableArray<double> s_differencesK = [0.5, 1.0, 2.0];
    private static readonly ImmutableArray<double> s_slipsCm = [0.0, 3.0, 6.0, 10.0, 15.0, 20.0];

    /// <inheritdoc/>
    public string Name => "positioning";

    /// <inheritdoc/>
    public ValidationPage Evaluate(IProgress<double>? progress, CancellationToken cancellation)
    {
        PlanePoint[] points = [.. PlanePoint.Grid(detector, StepMm)];
        PositionTrial[][] closures =
        [
            .. s_outliers.Select((fraction, i) =>
            {
                progress?.Report(0.1 * i);
                return Run(points, PositioningCase.WithOutliers(fraction), FullCampaigns, cancellation);
            }),
        ];
        progress?.Report(0.4);
        PositionTrial[] clean = closures[0];
        ValidationTable assumptions = new(
            "positioning-assumptions", "The closure with other errors; those who locate know them but where it says otherwise", ["system", "assumption", "no place / %", "rms / cm", "95 % below / cm"], Assumptions(points, cancellation));
        progress?.Report(0.5);
        ValidationTable speed = new(
            "positioning-speed", "What is done with the speed of sound, ultrasound without echoes", ["speed of sound", "no place / %", "rms / cm", "95 % below / cm", "beyond 20 cm / %"], Speeds(points, cancellation));
        ValidationTable slips = new("positioning-slips", "A slipped side cable", ["slip / cm", "named / %", "another measure blamed / %"], Slips(points, cancellation));
        progress?.Report(0.6);
        (ValidationTable points, ValidationTable map, PlanePicture gradient, string worst) response = Response(Of(closures[1], trial => trial.Fused.Fix).RmsMm, cancellation);
        progress?.Report(1.0);
        PositionQuality ultrasound = Of(closures[1], trial => trial.Ultrasound.Fix);
        PositionQuality cameras = Of(closures[1], trial => trial.Cameras.Fix);
        PositionQuality fused = Of(closures[1], trial => trial.Fused.Fix);
        return new ValidationPage(
            "Positions of sources",
            [
                $"Closure: {points.Length} places {StepMm / 1000.0:0} m apart all over the reach of the cable loops of `{detector.Name}`, in {Campaigns(FullCampaigns)} campaigns. Every campaign draws its own survey of receivers, speed of "
                + "sound, clock, cameras and targets; cameras are calibrated first; then every source is located by the code behind `isolux position`. Outliers are echoes of receivers and reflections in cameras, "
                + "each of this probability for every measure. Distances are in three dimensions; a place farther off than 20 cm is gross and counted apart. Cables alone never hear outliers.",
                "Coverage errors come from the scatter between campaigns: sources of one campaign share its survey and calibration. A target that is not where it is believed to be misleads all cameras alike; the locator knows that. "
                + "The simulation has its own optics; receivers, cameras and all errors are assumptions of `positioning.json`, and tables below vary them.",
                "Map: the declared accuracy of each system as standard error of each coordinate, times |grad g| of the perfectly known response to the source, or of the campaign's map, which is all that an "
                + "experiment has. The former keeps the sharp onset of total reflection near 16 m, which showers soften: single places there are upper bounds. Toys displace every source and fit the map again; a~ is taken as 3 % before.",
            ],
            [
                new ValidationTable(
                    "positioning", "Closure over the plane",
                    ["outliers / %", "system", "places", "no place / %", "beyond 20 cm / %", "rms / cm", "by covariance / cm", "95 % below / cm", "mean pull", "width of pulls", "in 68.3 % ellipsoid / %", "in 95.4 % ellipsoid / %"],
                    [.. closures.SelectMany((trials, i) => Rows(s_outliers[i], trials))]),
                assumptions,
                speed,
                slips,
                response.points,
                response.map,
            ],
            $"With one measure in ten wrong, 95 % of the places are within {CmPerMm * ultrasound.Quantile95Mm:F1} cm (ultrasound), {CmPerMm * cameras.Quantile95Mm:F1} cm (cameras) and {CmPerMm * fused.Quantile95Mm:F1} cm (all measures), "
            + $"rms {CmPerMm * ultrasound.RmsMm:F1}, {CmPerMm * cameras.RmsMm:F1} and {CmPerMm * fused.RmsMm:F1} cm; published {CmPerMm * AccuracyMm:0} cm. {response.worst}")
        {
            Pulls = ImmutableSortedDictionary<string, PullPicture>.Empty
                .Add("positioning-pulls-ultrasound", new PullPicture("coordinates by ultrasound, 10 % echoes", ultrasound.Pulls, "coordinates"))
                .Add("positioning-pulls-cameras", new PullPicture("coordinates by cameras, 10 % reflections", cameras.Pulls, "coordinates")),
            Planes = ImmutableSortedDictionary<string, PlanePicture>.Empty
                .Add("positioning-ultrasound", Plane("ultrasound, no echoes", clean, trial => trial.Ultrasound.Fix))
                .Add("positioning-cameras", Plane("cameras, no reflections", clean, trial => trial.Cameras.Fix))
                .Add("positioning-cables", Plane("cables alone", clean, trial => trial.Cables))
                .Add("positioning-fused", Plane("all measures", clean, trial => trial.Fused.Fix))
                .Add("positioning-gradient", response.gradient),
        };
    }

    private int Campaigns(int full) => Math.Max(2, (int)(full * settings.StatisticsFactor));

    private PositionTrial[] Run(PlanePoint[] points, PositioningCase simulated, int campaigns, CancellationToken cancellation) =>
    [
        .. Enumerable.Range(0, Campaigns(campaigns)).SelectMany(campaign =>
        {
            cancellation.ThrowIfCancellationRequested();
            return new PositioningCampaign(detector, simulated, settings.Seed, (uint)campaign).Locate(points, settings.Threads).Trials;
        }),
    ];

    private static PositionQuality Of(IEnumerable<PositionTrial> trials, Func<PositionTrial, PositionFix?> fixOf) => PositionQuality.Of([.. trials.Select(trial => (trial.Truth, fixOf(trial)))]);

    private IEnumerable<ImmutableArray<string>> Rows(double outliers, PositionTrial[] trials)
    {
        (string Name, Func<PositionTrial, PositionFix?> FixOf)[] systems =
            [("ultrasound", trial => trial.Ultrasound.Fix), ("cameras", trial => trial.Cameras.Fix), ("cables alone", trial => trial.Cables), ("all measures", trial => trial.Fused.Fix)];
        int perCampaign = trials.Length / Campaigns(FullCampaigns);
        foreach ((string name, Func<PositionTrial, PositionFix?> fixOf) in systems)
        {
            PositionQuality quality = Of(trials, fixOf);
            RunningMoments within1 = new();
            RunningMoments within2 = new();
            foreach (PositionTrial[] campaign in trials.Chunk(perCampaign))
            {
                PositionQuality one = Of(campaign, fixOf);
                within1.Add(one.Within1Fraction);
                within2.Add(one.Within2Fraction);
            }

            RunningMoments pulls = quality.PullMoments;
            yield return
            [
                $"{100.0 * outliers:0}", name, $"{quality.Trials}", Percent(quality.RefusedFraction), $"{100.0 * quality.GrossFraction:F2}", Cm(quality.RmsMm), Cm(quality.ExpectedRmsMm), Cm(quality.Quantile95Mm),
                $"{pulls.Mean:+0.000;-0.000}", $"{pulls.StandardDeviation:F3}", $"{100.0 * quality.Within1Fraction:F1} +- {100.0 * within1.MeanError:F1}", $"{100.0 * quality.Within2Fraction:F1} +- {100.0 * within2.MeanError:F1}",
            ];
        }
    }

    private ImmutableArray<ImmutableArray<string>> Assumptions(PlanePoint[] points, CancellationToken cancellation)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (double scale in s_scales)
        {
            PositioningCase scaled = new()
            {
                Ultrasound = new UltrasoundTruth { TimeErrorScale = scale },
                Assume = system => system with { TimeErrorUs = scale * system.TimeErrorUs },
                Cameras = new CameraTruth { PixelErrorScale = scale },
                AssumeCameras = array => array with { PixelErrorPx = scale * array.PixelErrorPx },
            };
            PositionTrial[] trials = Run(points, scaled, VariedCampaigns, cancellation);
            rows.Add(Row("ultrasound", $"error of times {scale * detector.Positioning!.Ultrasound!.TimeErrorUs:0.#} us", Of(trials, trial => trial.Ultrasound.Fix)));
            rows.Add(Row("cameras", $"error of spots {scale * detector.Positioning.Cameras!.PixelErrorPx:0.##} pixels", Of(trials, trial => trial.Cameras.Fix)));
        }

        foreach (double behindMm in s_pupilsMm)
        {
            PositionTrial[] trials = Run(points, new PositioningCase { Cameras = new CameraTruth { PupilBehindCentreMm = behindMm } }, VariedCampaigns, cancellation);
            rows.Add(Row("cameras", $"pupils {behindMm:0} mm behind the centre of their domes (not known)", Of(trials, trial => trial.Cameras.Fix)));
        }

        foreach (double differenceK in s_differencesK)
        {
            double perM = differenceK / (2.0 * detector.Positioning!.Ultrasound!.Receivers.Max(receiver => receiver.Position.RadiusMm) / 1000.0);
            PositionTrial[] trials = Run(points, new PositioningCase { Ultrasound = new UltrasoundTruth { TemperatureGradientKPerM = perM } }, VariedCampaigns, cancellation);
            rows.Add(Row("ultrasound", $"top {differenceK:0.#} K warmer than the bottom (not known)", Of(trials, trial => trial.Ultrasound.Fix)));
        }

        return [.. rows.OrderByDescending(row => row[0])];

        static ImmutableArray<string> Row(string system, string assumption, PositionQuality quality) =>
            [system, assumption, Percent(quality.RefusedFraction), Cm(quality.RmsMm), Cm(quality.Quantile95Mm)];
    }

    private ImmutableArray<ImmutableArray<string>> Speeds(PlanePoint[] points, CancellationToken cancellation)
    {
        PositioningCase quiet = new() { Ultrasound = new UltrasoundTruth { EchoProbability = 0.0 } };
        PositionTrial[] series = Run(points, quiet, VariedCampaigns, cancellation);
        UltrasoundSystem system = detector.Positioning!.Ultrasound!;
        UltrasoundLocator locator = new(system);
        SoundSpeed declared = new(system.SoundSpeedMmPerUs, 1e-6);

        // To see where a wrong belief leads, disagreement is not allowed to refuse.
        UltrasoundLocator believing = new(system with { TimeErrorUs = 1000.0 });
        var alone = new List<(Position Truth, PositionFix? Fix)>();
        var believed = new List<(Position Truth, PositionFix? Fix)>();
        for (int campaign = 0; campaign < Campaigns(VariedCampaigns); campaign++)
        {
            cancellation.ThrowIfCancellationRequested();
            PositioningCampaign simulated = new(detector, quiet, settings.Seed, (uint)campaign);
            for (int i = 0; i < points.Length; i++)
            {
                SimulatedSource source = simulated.Simulate(points[i], (uint)i);
                alone.Add((source.Truth, locator.Locate(source.Arrivals).Fix));
                believed.Add((source.Truth, believing.Locate(source.Arrivals, declared).Fix));
            }
        }

        return
        [
            Row("fitted, shared by the series", Of(series, trial => trial.Ultrasound.Fix)),
            Row("fitted, every pulse alone", PositionQuality.Of(alone)),
            Row($"believed as declared (error {1000.0 * system.SoundSpeedErrorMmPerUs:0} m/s)", PositionQuality.Of(believed)),
        ];

        static ImmutableArray<string> Row(string name, PositionQuality quality) =>
            [name, Percent(quality.RefusedFraction), Cm(quality.RmsMm), Cm(quality.Quantile95Mm), Percent(quality.GrossFraction)];
    }

    private ImmutableArray<ImmutableArray<string>> Slips(PlanePoint[] points, CancellationToken cancellation)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (double slipCm in s_slipsCm)
        {
            PositionTrial[] trials = Run(points, new PositioningCase { SideSlipMm = slipCm / CmPerMm }, VariedCampaigns, cancellation);
            rows.Add(
            [
                $"{slipCm:0}",
                $"{100.0 * trials.Count(trial => trial.Fused.Verdict == FusionVerdict.CablesSlipped) / trials.Length:F2}",
                $"{100.0 * trials.Count(trial => trial.Fused.Verdict is FusionVerdict.CamerasWrong or FusionVerdict.UltrasoundWrong or FusionVerdict.Undecided) / trials.Length:F2}",
            ]);
        }

        return rows.ToImmutable();
    }

    private (ValidationTable Points, ValidationTable Map, PlanePicture Gradient, string Worst) Response(double fusedRmsMm, CancellationToken cancellation)
    {
        ExpandedPlan campaign = plan();
        MapSurvey survey = MapSurvey.Of(detector, campaign);
        RunSettings run = new() { Seed = settings.Seed, StatisticsFactor = settings.StatisticsFactor, Threads = settings.Threads };
        DetectorSimulation simulation = new(detector, maps.Provide(detector, null, cancellation), run);
        NonUniformityResult map = new CampaignSimulation(simulation, survey, run).Measure(null, cancellation).NonUniformity;
        FoldedResponse response = FoldedResponses.OfSource(simulation, survey.Source, run);
        FoldedResponse positrons = new ResidualTermsStudy(simulation, survey, run).Positrons(simulation);
        ImmutableDictionary<string, double> declaredMm = detector.Systems.ToImmutableDictionary(system => system.Name, system => system.PositionAccuracyMm, StringComparer.Ordinal);
        ImmutableHashSet<string> loops = [.. detector.Systems.OfType<CableLoopSystem>().Select(system => system.Name)];
        (string Name, ImmutableDictionary<string, double> AccuraciesMm)[] accuracies =
        [
            ("declared accuracy in each coordinate", declaredMm),
            ("declared accuracy as distance, 1/sqrt(3) in each coordinate", declaredMm.ToImmutableDictionary(pair => pair.Key, pair => pair.Value / Math.Sqrt(3.0))),
            ("the same, but cable loops as located here by all measures", declaredMm.ToImmutableDictionary(pair => pair.Key, pair => (loops.Contains(pair.Key) ? fusedRmsMm : pair.Value) / Math.Sqrt(3.0))),
        ];
        int toys = Math.Max(2, (int)(FullToys * settings.StatisticsFactor));
        var shifts = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        PositionErrorStudy study = new(map, response.EvaluateAzimuthalMean, positrons.EvaluateAzimuthalMean, declaredMm, simulation.Geometry.FiducialRadiusMm, settings.Threads);
        ResidualUniformity exact = study.Left(map);
        shifts.Add(["none", "-", $"{100.0 * exact.FiducialRms:F3}", $"{100.0 * exact.EdgeRms:F3}", "0", "0"]);
        double constantPercent = 0;
        foreach ((string name, ImmutableDictionary<string, double> accuraciesMm) in accuracies)
        {
            PositionErrorStudy toyStudy = new(map, response.EvaluateAzimuthalMean, positrons.EvaluateAzimuthalMean, accuraciesMm, simulation.Geometry.FiducialRadiusMm, settings.Threads);
            foreach (PositionWeighting weighting in Enum.GetValues<PositionWeighting>())
            {
                ResidualUniformity change = toyStudy.Displace(toys, weighting, settings.Seed, cancellation);
                double addedPercent = 100.0 * Math.Sqrt(Math.Max(0.0, (change.FiducialRms * change.FiducialRms) - (exact.FiducialRms * exact.FiducialRms)));
                constantPercent = Math.Max(constantPercent, addedPercent);
                string known = weighting == PositionWeighting.Ignored ? "ignored" : "in quadrature";
                shifts.Add([name, known, $"{100.0 * change.FiducialRms:F3}", $"{100.0 * change.EdgeRms:F3}", addedPercent > 0 ? $"{addedPercent:F3}" : "less than before", $"{CostPercent(addedPercent):F4}"]);
            }
        }

        NonUniformityPoint worst = study.Points.MaxBy(study.TrueError)!;
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (IGrouping<string, NonUniformityPoint> system in study.Points.GroupBy(point => point.System))
        {
            NonUniformityPoint its = system.MaxBy(study.TrueError)!;
            rows.Add(
            [
                system.Key,
                $"{system.Count()}",
                Cm(detector.Systems.First(candidate => candidate.Name == system.Key).PositionAccuracyMm),
                $"{100.0 * Math.Sqrt(system.Average(point => Math.Pow(study.TrueError(point), 2))):F3}",
                $"{100.0 * Math.Sqrt(system.Average(point => point.PositionError * point.PositionError)):F3}",
                $"{100.0 * study.TrueError(its):F3}",
                $"{its.RadiusMm / 1000.0:F2}",
                $"{its.CosTheta:F2}",
                $"{100.0 * Math.Sqrt(system.Average(point => point.Error * point.Error)):F3}",
            ]);
        }

        return (
            new ValidationTable(
                "positioning-points", "Errors of the calibration points from their positions",
                ["system", "points", "accuracy / cm", "rms error of g / %", "by the fitted map / %", "worst / %", "at r / m", "cos(theta)", "statistical error, rms / %"], rows.ToImmutable()),
            new ValidationTable(
                "positioning-map", "What the map leaves of the perfectly known response to positrons, azimuthal mean, rms",
                ["position errors", "in the fit of the map", "fiducial volume / %", "beyond 16 m / %", "added in quadrature, fiducial volume / %", "cost in a~ / %"], shifts.ToImmutable()),
            Gradient(study, simulation.Geometry.FiducialRadiusMm),
            $"In the map a position error is worst at r = {worst.RadiusMm / 1000.0:F2} m, cos(theta) = {worst.CosTheta:F2} ({100.0 * study.TrueError(worst):F2} % of g); position errors add at most {constantPercent:F2} % rms in the fiducial volume, "
            + $"which as a constant term costs at most {CostPercent(constantPercent):F3} % of an effective resolution of {QuotedEffectiveResolutionPercent:0} %.");
    }

    private PlanePicture Gradient(PositionErrorStudy study, double fiducialRadiusMm)
    {
        const double stepMm = 500.0;
        var cells = ImmutableArray.CreateBuilder<PlaneCell>();
        for (double x = stepMm * (0.5 - Math.Ceiling(fiducialRadiusMm / stepMm)); x < fiducialRadiusMm; x += stepMm)
        {
            for (double z = stepMm * (0.5 - Math.Ceiling(fiducialRadiusMm / stepMm)); z < fiducialRadiusMm; z += stepMm)
            {
                Position place = new(x, 0.0, z);
                if (place.RadiusMm < fiducialRadiusMm)
                {
                    cells.Add(new PlaneCell(x / 1000.0, z / 1000.0, 100.0 * AccuracyMm * study.GradientPerMm(place.RadiusMm, place.CosTheta)));
                }
            }
        }

        return new PlanePicture(
            $"response of a source {CmPerMm * AccuracyMm:0} cm off along the gradient: change of g", "change of g (%)", stepMm / 1000.0, (detector.Geometry?.ScintillatorRadiusMm ?? fiducialRadiusMm) / 1000.0, cells.ToImmutable());
    }

    // What a constant term adds to the effective resolution a~^2 = a^2 + (1.6 b)^2 + (c/1.6)^2.
    private static double CostPercent(double constantPercent) =>
        Math.Sqrt((QuotedEffectiveResolutionPercent * QuotedEffectiveResolutionPercent) + Math.Pow(ConstantTermWeight * constantPercent, 2)) - QuotedEffectiveResolutionPercent;

    private PlanePicture Plane(string system, PositionTrial[] trials, Func<PositionTrial, PositionFix?> fixOf)
    {
        double radiusM = (detector.Geometry?.ScintillatorRadiusMm ?? trials.Max(trial => trial.Truth.RadiusMm)) / 1000.0;
        return new PlanePicture(
            $"{system}: rms distance of place and truth",
            "rms distance (cm)",
            StepMm / 1000.0,
            radiusM,
            [
                .. trials.GroupBy(trial => trial.Point)
                    .Where(cell => cell.Any(trial => fixOf(trial) is not null))
                    .Select(cell => new PlaneCell(
                        cell.Key.RhoMm / 1000.0,
                        cell.Key.Place.ZMm / 1000.0,
                        CmPerMm * Math.Sqrt(cell.Where(trial => fixOf(trial) is not null).Average(trial => Math.Pow(fixOf(trial)!.Position.DistanceToMm(trial.Truth), 2))))),
            ]);
    }

    private static string Cm(double mm) => $"{CmPerMm * mm:F2}";

    private static string Percent(double fraction) => $"{100.0 * fraction:F1}";
}
