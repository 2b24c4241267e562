using System.Collections.Immutable;
using Isolux.Calibration.NonUniformity;
using Isolux.Campaign.Documents;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.Quantities;
using Isolux.Reconstruction;
using Isolux.Simulation.Response;
using Isolux.Strategy.Points;
using Isolux.Strategy.Pricing;
using Isolux.Strategy.Resolution;
using Isolux.Strategy.Response;
using Isolux.Strategy.Run;
using Isolux.Strategy.Summary;

namespace Isolux.Strategy.Validation;

/// <summary>Calibration points: how a~ falls with their number and choice, whole campaigns over declared and chosen points, and whether points promised their errors rightly.</summary>
/// <param name="detector">The detector.</param>
/// <param name="plan">Expands the campaign with the declared points.</param>
/// <param name="maps">Gives response maps.</param>
/// <param name="variations">Varied detectors.</param>
/// <param name="settings">Statistics.</param>
public sealed class PointsSection(
    DetectorDescription detector, Func<ExpandedPlan> plan, ResponseMapProvider maps, Func<ImmutableArray<DetectorVariation>> variations, ValidationSettings settings) : IValidationSection
{
    private const double StatisticsOfJudges = 5.0;
    private const double EdgeOfSmoothResponseMm = 15_000.0;
    private const int EventsPerPoint = 30_000;
    private const int EventsAtCentre = 100_000;
    private static readonly ImmutableArray<int> s_counts = [20, 35, 60, 100, 150];
    private static readonly ImmutableArray<string> s_varied = [ResolutionRowNames.QeSpread, ResolutionRowNames.PmtDeathAsymmetric, ResolutionRowNames.AbsorptionMinus4];
    private readonly RunSettings _run = new() { Seed = settings.Seed, StatisticsFactor = settings.StatisticsFactor, Threads = settings.Threads };

    /// <inheritdoc/>
    public string Name => "points";

    /// <inheritdoc/>
    public ValidationPage Evaluate(IProgress<double>? progress, CancellationToken cancellation)
    {
        ExpandedPlan declared = plan();
        PointStudySettings study = new() { Seed = settings.Seed, Threads = settings.Threads, StatisticsFactor = StatisticsOfJudges * settings.StatisticsFactor, Counts = s_counts };
        PointStudyResult result = new PointStudy(detector, declared, maps, study).Evaluate(progress is null ? null : new StudyProgress(progress), cancellation);
        ExpandedPlan chosen = CampaignPlanner.Expand(Campaign(result), detector);
        DetectorSimulation nominal = new(detector, maps.Provide(detector, null, cancellation), _run);
        ImmutableArray<(string Name, DetectorSimulation Detector)> detectors =
        [
            ("nominal", nominal),
            .. variations().Where(variation => s_varied.Contains(variation.Name))
                .Select(variation => (ResolutionRowNames.Title(variation.Name), nominal.Vary(variation.Detector, maps, null, cancellation))),
        ];
        MapSurvey[] surveys = [MapSurvey.Of(detector, declared), MapSurvey.Of(detector, chosen)];
        var residuals = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        CampaignMeasurement[] measured = [];
        foreach ((string name, DetectorSimulation seen) in detectors)
        {
            CampaignMeasurement[] own = [.. surveys.Select(survey => new CampaignSimulation(seen, survey, _run).Measure(null, cancellation))];
            measured = measured.Length > 0 ? measured : own;
            FoldedResponse positrons = new ResidualTermsStudy(nominal, surveys[0], _run).Positrons(seen);
            ResidualUniformity[] rms = [.. own.Select(campaign => Rms(seen, positrons, campaign.NonUniformity))];
            residuals.Add([name, $"{100.0 * rms[0].FiducialRms:F3}", $"{100.0 * rms[1].FiducialRms:F3}", $"{100.0 * rms[0].EdgeRms:F3}", $"{100.0 * rms[1].EdgeRms:F3}"]);
            progress?.Report(0.4 + (0.4 * residuals.Count / detectors.Length));
        }

        ResolutionRows rows = Rows(nominal, surveys, measured, cancellation);
        RowStep step = rows.Steps.Single();
        progress?.Report(1.0);
        PointSetSummary best = result.Sets.Where(set => set.Count == result.Sets[0].Count).MinBy(set => set.ATildePercent)!;
        return new ValidationPage(
            "Calibration points",
            [
                $"Sets of points for `{detector.Name}`, chosen among {result.Candidates} reachable places as [described](../methods/points.md) and judged by {new RunSettings { StatisticsFactor = study.StatisticsFactor }.PositronEvents:N0} positrons of {PositronEnergies.DirectMeV} MeV at their true "
                + "vertices: a~ = 1.6 sigma/E at 2.56 MeV. All sets correct the same events; errors of changes are paired bootstrap errors, the common error of a~ is "
                + $"{result.Sets[0].ATildeErrorPercent:F3} %. Without any map a~ is {result.UncorrectedATildePercent:F2} %, with a perfectly known map of radius and polar angle {result.AxialLimitATildePercent:F4} %.",
                $"Whole campaigns: both sets of {best.Count} points expanded by the planner, simulated event by event, fitted and published as in `isolux run`, then (a, b, c) of {_run.PositronEvents:N0} positrons per energy. The chosen campaign takes "
                + $"{Minutes(chosen, surveys[1]):F0} min of travel and data instead of {Minutes(declared, surveys[0]):F0}. The points were chosen with the response of the nominal detector alone; varied detectors show what of the gain is left where the response is another.",
                "Expected peaks come from stored showers (2000 inside, 16,000 outside the acrylic) that are moved to the point, make photoelectrons from the light map and are fitted like a campaign's. Pulls leave out errors common to all points: that of the centre, 0.05 %, and outside the acrylic that of the few whole showers, 0.2 %. Prices of `isolux plan` come from line width and containment alone, with light taken as the same everywhere.",
                "Worth: a~ lost without a point or without all points of a system, per minute of the declared campaign. Sources other than the survey's do not move a~: they fix the energy scale.",
            ],
            [
                new ValidationTable(
                    "points-sets", "a~ by number and choice of points, percent",
                    ["points chosen", "N", "used", "residual rms", "beyond 16 m", "of the azimuthal mean", "a~", "change", "error"],
                    [.. result.Sets.Select(Cells)]),
                new ValidationTable(
                    "points-campaigns", "Whole campaigns over both sets, percent",
                    ["points", "a", "b", "c", "a~", "a~ at 2.56 MeV"],
                    [.. rows.Fits.Select(Cells), ["change", string.Empty, string.Empty, string.Empty, $"{100.0 * step.DeltaFraction:+0.0000;-0.0000}({100.0 * step.DeltaError:F4})", string.Empty]]),
                new ValidationTable(
                    "points-detectors", "Residual rms of the corrected response, percent: points chosen with the nominal detector in others",
                    ["detector", "fiducial volume, declared", "chosen", "beyond 16 m, declared", "chosen"], residuals.ToImmutable()),
                new ValidationTable(
                    "points-systems", "Worth of systems",
                    ["system", "points", "min", "a~ without it, percent", "error", "1e-6 percent of a~ per min"],
                    [.. result.Systems.Select(system => ImmutableArray.Create(
                        system.System, $"{system.Points}", $"{system.Minutes:F0}", $"{system.ATildeLossPercent:+0.0000;-0.0000}", $"{system.ErrorPercent:F4}", $"{system.MicroPercentPerMinute:F0}"))]),
                new ValidationTable(
                    "points-worth", "The declared points worth most",
                    ["system", "rho / m", "z / m", "min", "1e-6 percent of a~ per min"],
                    [.. result.Declared.OrderByDescending(point => point.MicroPercentPerMinute).Take(12).Select(point => ImmutableArray.Create(
                        point.System, $"{point.RhoM:F2}", $"{point.ZM:F2}", $"{point.Minutes:F1}", $"{point.MicroPercentPerMinute:F0}"))]),
                Prices(declared, nominal, surveys[0], measured[0], cancellation),
            ],
            $"{best.Count} points chosen with the simulated response leave {best.FiducialRmsPercent:F3} % instead of {result.Sets[0].FiducialRmsPercent:F3} %; a~ changes by {best.ATildeChangePercent:+0.0000;-0.0000}({best.ATildeChangeErrorPercent:F4}) % by expected peaks and by "
            + $"{100.0 * step.DeltaFraction:+0.0000;-0.0000}({100.0 * step.DeltaError:F4}) % between whole simulated campaigns.")
        { Points = result };
    }

    private ResidualUniformity Rms(DetectorSimulation seen, FoldedResponse positrons, NonUniformityResult map) => ResidualUniformity.Of(
        seen.Geometry.FiducialRadiusMm, settings.Threads, point => positrons.Evaluate(point) / map.Evaluate(point.RadiusMm, point.CosTheta));

    // The chosen points as a campaign like any other, one row over all systems.
    private static CampaignSpecification Campaign(PointStudyResult result) => new(
        "chosen points",
        new CampaignDocument(
            1,
            "chosen",
            "chosen with the simulated response",
            1,
            [
                new CampaignRow(
                    result.Source,
                    result.Source,
                    [
                        .. result.Best.GroupBy(point => point.System).Select(system => new CampaignLeg(
                            system.Key,
                            Points: [.. system.Select(point => new DeclaredPoint(point.RhoM, point.ZM))],
                            EventsPerPoint: EventsPerPoint,
                            Exceptions: [.. system.Where(point => point.RhoM == 0.0 && point.ZM == 0.0).Select(point => new PointException(0.0, 0.0, EventsAtCentre, "normalises all others"))])),
                    ]),
            ]),
        ImmutableDictionary<string, ImmutableArray<SurveyPoint>>.Empty);

    private static double Minutes(ExpandedPlan campaign, MapSurvey survey) => campaign.Steps.Where(step => step.Source == survey.Source.Name).Sum(step => step.TravelMinutes + step.DataMinutes);

    private ResolutionRows Rows(DetectorSimulation simulation, MapSurvey[] surveys, CampaignMeasurement[] campaigns, CancellationToken cancellation)
    {
        PositronSamples positrons = PositronSamples.Simulate(simulation, _run, null, cancellation);
        ImmutableArray<PromptRow> rows =
        [
            .. campaigns.Select((campaign, i) =>
            {
                EnergyReconstructor reconstructor = new(simulation.DarkNoiseMeanPe, campaign.LightYield.ValuePePerMeV, ConstantsRelease.Map(campaign.NonUniformity, Name));
                return new PromptRow($"{(i == 0 ? "declared" : "chosen")}, {surveys[i].Points.Length}", [.. positrons.Uniform.Select(events =>
                    Enumerable.Range(0, events.PhotoElectrons.Length).AsParallel().AsOrdered().WithDegreeOfParallelism(settings.Threads)
                        .Select(k => reconstructor.Reconstruct(events.PhotoElectrons[k], events.Vertices[k]).MeV).ToArray())]);
            }),
        ];
        ResolutionTable table = new(settings.Seed, settings.Threads);
        return new ResolutionRows(table.FitRows(rows), table.Steps(rows, [(0, 1)]));
    }

    // The campaign simulates fewer events than it declares: prices are scaled to as many.
    private ValidationTable Prices(ExpandedPlan declared, DetectorSimulation simulation, MapSurvey survey, CampaignMeasurement measured, CancellationToken cancellation)
    {
        PlanPrecision price = new PlanPricer(detector, settings.Seed, settings.Threads).Price(declared, cancellation)!;
        ExpectedMeasurement expected = new(simulation, survey.Source, settings.Seed);
        var compared = measured.NonUniformity.Points
            .Select(point => (Fit: point, Price: price.Points.First(p => p.System == point.System && p.Source == survey.Source.Name && p.Position == point.Nominal)))
            .Select(pair => (pair.Fit, pair.Price, Expected: expected.At(pair.Fit.System, pair.Fit.Nominal, Simulated(pair.Price))))
            .Where(pair => pair.Expected is not null && pair.Price.PeakErrorPercent is not null && pair.Fit.Peak.SigmaError > 0)
            .GroupBy(pair => Region(pair.Fit))
            .OrderBy(region => region.Key, StringComparer.Ordinal);
        return new ValidationTable(
            "points-expected",
            "Expected against simulated and fitted peaks of the declared campaign",
            ["points", "number", "mean difference, percent", "rms pull", "expected over fitted error", "priced over fitted error"],
            [
                .. compared.Select(region => ImmutableArray.Create(
                    region.Key,
                    $"{region.Count()}",
                    $"{100.0 * region.Average(pair => (pair.Expected!.Ratio / pair.Fit.Ratio) - 1.0):+0.000;-0.000}",
                    $"{Math.Sqrt(region.Average(pair => Math.Pow((pair.Expected!.Ratio - pair.Fit.Ratio) / pair.Fit.Error, 2))):F2}",
                    $"{region.Average(pair => pair.Expected!.Error / pair.Fit.Error):F3}",
                    $"{region.Average(pair => pair.Price.PeakErrorPercent!.Value * Math.Sqrt((double)pair.Price.Events / Simulated(pair.Price)) / (100.0 * pair.Fit.Error / pair.Fit.Ratio)):F3}")),
            ]);
    }

    private string Region(NonUniformityPoint point) => point.Nominal.RadiusMm >= detector.Geometry!.ScintillatorRadiusMm ? "outside the acrylic"
        : point.Nominal.RadiusMm < EdgeOfSmoothResponseMm ? "r below 15 m"
        : "r beyond 15 m";

    private int Simulated(PointPrecision point) =>
        point.Position.RadiusMm < detector.Geometry!.ScintillatorRadiusMm ? _run.SourceEvents(point.Events) : _run.BoundaryEvents(point.Events);

    private static ImmutableArray<string> Cells(PointSetSummary set) =>
    [
        set.Method, $"{set.Count}", $"{set.Used}", $"{set.FiducialRmsPercent:F3}", $"{set.EdgeRmsPercent:F3}", $"{set.AxialRmsPercent:F3}", $"{set.ATildePercent:F4}",
        $"{set.ATildeChangePercent:+0.0000;-0.0000;0.0000}", $"{set.ATildeChangeErrorPercent:F4}",
    ];

    private static ImmutableArray<string> Cells(ResolutionRowFit row) =>
    [
        row.Name,
        $"{100.0 * row.Fit.Model.A:F3}",
        $"{100.0 * row.Fit.Model.B:F3}",
        $"{100.0 * row.Fit.Model.C:F3}",
        $"{100.0 * row.Fit.Model.EffectiveResolution:F4}({100.0 * row.Fit.EffectiveResolutionError:F4})",
        $"{100.0 * row.DirectFraction:F4}",
    ];

    private sealed class StudyProgress(IProgress<double> section) : IProgress<RunStage>
    {
        private const double StudyFraction = 0.4;
        private const string Choosing = "choosing points";

        public void Report(RunStage value) => section.Report(value.Name == Choosing ? StudyFraction * value.DoneFraction : 0.0);
    }
}
