using System.Collections.Immutable;
using Isolux.Campaign.Planning;
using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Reconstruction;
using Isolux.Simulation.Response;
using Isolux.Strategy.Reconstruction;
using Isolux.Strategy.Resolution;
using Isolux.Strategy.Response;
using Isolux.Strategy.Run;
using Isolux.Strategy.Summary;

namespace Isolux.Strategy.Validation;

/// <summary>All rows of the resolution table beside the published ones, and how the later ones move with the row they are varied from.</summary>
/// <param name="detector">The detector.</param>
/// <param name="plan">Expands the campaign that calibrates it.</param>
/// <param name="maps">Gives response maps.</param>
/// <param name="variations">Varied detectors, once for every base; the first base is the default one.</param>
/// <param name="settings">Statistics.</param>
public sealed class ResolutionTableSection(
    DetectorDescription detector,
    Func<ExpandedPlan> plan,
    ResponseMapProvider maps,
    Func<ImmutableArray<ImmutableArray<DetectorVariation>>> variations,
    ValidationSettings settings) : IValidationSection
{
    private const int ComparedPoints = 24;
    private const double StatisticsOfRuns = 3.0;
    private const int ReconstructedPositrons = 4000;
    private const int LeastReconstructedPositrons = 100;
    private readonly RunSettings _run = new() { Seed = settings.Seed, StatisticsFactor = StatisticsOfRuns * settings.StatisticsFactor, Threads = settings.Threads, Extent = Provenance.RunExtent.Full };

    /// <inheritdoc/>
    public string Name => "resolution-table";

    /// <inheritdoc/>
    public ValidationPage Evaluate(IProgress<double>? progress, CancellationToken cancellation)
    {
        ImmutableArray<ImmutableArray<DetectorVariation>> varied = variations();
        ExpandedPlan campaign = plan();
        MapSurvey survey = MapSurvey.Of(detector, campaign);
        DetectorSimulation simulation = new(detector, maps.Provide(detector, null, cancellation), _run);
        CampaignMeasurement measurement = new CampaignSimulation(simulation, survey, _run).Measure(null, cancellation);
        progress?.Report(0.2);
        FoldedResponses responses = FoldedResponses.Fold(simulation, survey.Source, _run, null, cancellation);
        progress?.Report(0.3);
        PositronSamples positrons = PositronSamples.Simulate(simulation, _run, null, cancellation);
        progress?.Report(0.4);
        EnergyReconstructor reconstructor = new(
            simulation.DarkNoiseMeanPe, measurement.LightYield.ValuePePerMeV, ConstantsRelease.Map(measurement.NonUniformity, Name));
        ResolutionStudy resolution = new(reconstructor, responses, _run);
        ImmutableArray<PromptRow> corrected = resolution.Correct(positrons);
        VariationStudy study = new(simulation, survey, measurement, maps, _run);
        List<ResolutionSummary> tables = [];
        foreach (ImmutableArray<DetectorVariation> detectors in varied)
        {
            ImmutableArray<(PromptRow Row, string BaseRow)> rows = study.Correct(positrons, reconstructor, detectors, null, cancellation);
            tables.Add(new ResolutionTableSummary(detector.Published).Summarise(resolution.Fit(corrected, rows, null)));
            progress?.Report(0.4 + (0.5 * tables.Count / varied.Length));
        }

        ResolutionSummary table = tables[0];
        ImmutableArray<ValidationTable> efficiency = Efficiency(simulation, varied[0], cancellation);
        ValidationTable reconstructed = Reconstructed(simulation, measurement, positrons, corrected, reconstructor, cancellation);
        progress?.Report(1.0);
        return new ValidationPage(
            "The resolution table",
            [
                $"Campaign `{campaign.Name}` on `{detector.Name}`, as in `isolux run --full` with {_run.StatisticsFactor:0.##} times its statistics: {_run.PositronEvents:N0} positrons per kinetic energy and sample, seed {_run.Seed}. All rows but the first share their events; errors of steps and "
                + "biases are paired bootstrap errors. Percent throughout. Pull = (ours - published) / both errors.",
                "Later rows change the detector and recalibrate dark noise and light yield with the neutron source at the centre; the map stays that of the campaign. Bias: mean over kinetic energies of the peak over that of the base row, minus 1.",
            ],
            [
                new ValidationTable(
                    "resolution-table", "All rows.",
                    ["row", "a", "b", "c", "a~", "a~ at 2.56 MeV", "published a", "b", "c", "a~", "pull a", "b", "c", "a~"],
                    [.. table.Rows.Select(Cells)]),
                new ValidationTable(
                    "resolution-steps", "Steps between rows that share their events.",
                    ["from", "to", "change of a~", "error", "published", "pull"],
                    [.. table.Steps.Select(Cells)]),
                new ValidationTable(
                    "resolution-bases", "Varied detectors from either base.",
                    ["row", "base", "a~", "error", "change of a~", "error", "bias", "error", "published a~", "published bias"],
                    [.. tables.SelectMany(BaseCells)]),
                reconstructed,
                .. efficiency,
            ],
            Conclusion(table)) { Resolution = [.. table.Rows] };
    }

    /// <summary>The real reconstruction beside the smeared vertex: first its vertex alone, with counts corrected by the calibrated map, then its energy as well.</summary>
    private ValidationTable Reconstructed(
        DetectorSimulation simulation,
        CampaignMeasurement measurement,
        PositronSamples positrons,
        ImmutableArray<PromptRow> corrected,
        EnergyReconstructor reconstructor,
        CancellationToken cancellation)
    {
        LightYieldPayload lightYield = new(measurement.LightYield.ValuePePerMeV, measurement.LightYield.ErrorPePerMeV, Name);
        ReconstructedRow row = new FullReconstructionStudy(simulation, ExpectedLightMapFactory.Make(detector, simulation.Map), lightYield, _run)
            .Correct(Math.Max(LeastReconstructedPositrons, settings.Scale(ReconstructedPositrons)), null, cancellation);
        PromptRow counted = new("counts corrected with the calibrated map at the reconstructed vertex", [.. row.Events.Select((events, energy) =>
            events.Select((index, i) => reconstructor.Reconstruct(positrons.Uniform[energy].PhotoElectrons[index], row.Vertices[energy][i]).MeV).ToArray())]);
        ImmutableArray<PromptRow> rows = [.. corrected.Skip(1).Select(row.Select), counted, row.Row];
        ResolutionTable table = new(_run.Seed, _run.Threads);
        ImmutableArray<ResolutionRowFit> fits = table.FitRows(rows);
        int smeared = Array.FindIndex([.. rows], candidate => candidate.Name == ResolutionRowNames.VertexSmearing);
        ImmutableArray<RowStep> steps = table.Steps(rows, [.. Enumerable.Range(0, rows.Length).Select(i => (smeared, i))]);
        return new ValidationTable(
            "resolution-reconstructed",
            $"The real reconstruction: {row.Converged:N0} of {row.Simulated:N0} positrons converged; all rows of the same events, steps from the smeared vertex.",
            ["row", "a", "b", "c", "a~", "error", "change of a~", "error", "bias", "error"],
            [
                .. fits.Zip(steps, (fit, step) => (ImmutableArray<string>)
                [
                    ResolutionRowNames.Title(fit.Name),
                    $"{100 * fit.Fit.Model.A:F3}({1e5 * fit.Fit.AError:F0})",
                    $"{100 * fit.Fit.Model.B:F3}({1e5 * fit.Fit.BError:F0})",
                    $"{100 * fit.Fit.Model.C:F3}({1e5 * fit.Fit.CError:F0})",
                    $"{100 * fit.Fit.Model.EffectiveResolution:F3}",
                    $"{100 * fit.Fit.EffectiveResolutionError:F3}",
                    $"{100 * step.DeltaFraction:+0.0000;-0.0000;0.0000}",
                    $"{100 * step.DeltaError:F4}",
                    $"{100 * step.BiasFraction:+0.0000;-0.0000;0.0000}",
                    $"{100 * step.BiasError:F4}",
                ]),
            ]);
    }

    private ImmutableArray<ValidationTable> Efficiency(DetectorSimulation simulation, ImmutableArray<DetectorVariation> varied, CancellationToken cancellation)
    {
        ImmutableArray<ImmutableArray<string>> rows = [.. varied
            .Where(variation => variation.Name is ResolutionRowNames.QeSpread or ResolutionRowNames.PmtDeathAsymmetric)
            .SelectMany(variation => new EfficiencyComparison(simulation.Vary(variation.Detector, maps, null, cancellation), _run).Compare(ComparedPoints)
                .Select(found => (ImmutableArray<string>)
                [
                    variation.Name,
                    $"{found.Point.RadiusMm / 1000.0:F2}",
                    $"{found.Point.CosTheta:F2}",
                    $"{found.Point.PhiRad * 180.0 / Math.PI:F0}",
                    $"{found.Folded:F5}",
                    $"{found.Drawn:F5}",
                    $"{found.DrawnError:F5}",
                    $"{1e5 * (found.Folded - found.Drawn):+0.0;-0.0;0.0}",
                ]))];
        return rows.IsEmpty
            ? []
            :
            [
                new ValidationTable(
                    "channel-efficiency", "Mean relative efficiency of the channels that see a point: folded with the hit pattern, and from photoelectrons drawn with the shade of bars.",
                    ["row", "r / m", "cos theta", "phi / degrees", "folded", "drawn", "error", "difference / 1e-5"], rows),
            ];
    }

    private static string Conclusion(ResolutionSummary table)
    {
        double[] pulls = [.. table.Rows.Select(row => Pull(row.ATildePercent, row.ATildeErrorPercent, row.Published?.ATildePercent, row.Published?.ATildeErrorPercent)).OfType<double>()];
        return $"a~ of {pulls.Length} published rows: pulls from {pulls.Min():+0.0;-0.0} to {pulls.Max():+0.0;-0.0}, {pulls.Count(pull => Math.Abs(pull) > 3.0)} beyond 3.";
    }

    private static ImmutableArray<string> Cells(ResolutionRow row) =>
    [
        ResolutionRowNames.Title(row.Name),
        $"{row.APercent:F3}({1e3 * row.AErrorPercent:F0})",
        $"{row.BPercent:F3}({1e3 * row.BErrorPercent:F0})",
        $"{row.CPercent:F3}({1e3 * row.CErrorPercent:F0})",
        $"{row.ATildePercent:F3}({1e3 * row.ATildeErrorPercent:F0})",
        $"{row.ATildeDirectPercent:F3}",
        $"{row.Published?.APercent:F2}",
        $"{row.Published?.BPercent:F2}",
        $"{row.Published?.CPercent:F2}",
        $"{row.Published?.ATildePercent:F2}",
        Signed(Pull(row.APercent, row.AErrorPercent, row.Published?.APercent, row.Published?.AErrorPercent)),
        Signed(Pull(row.BPercent, row.BErrorPercent, row.Published?.BPercent, row.Published?.BErrorPercent)),
        Signed(Pull(row.CPercent, row.CErrorPercent, row.Published?.CPercent, row.Published?.CErrorPercent)),
        Signed(Pull(row.ATildePercent, row.ATildeErrorPercent, row.Published?.ATildePercent, row.Published?.ATildeErrorPercent)),
    ];

    // The published rows share their events as well; their rounding to 0.01 % is all that is known of the error of a difference.
    private static ImmutableArray<string> Cells(ResolutionStep step) =>
    [
        ResolutionRowNames.Title(step.From),
        ResolutionRowNames.Title(step.To),
        $"{step.DeltaATildePercent:+0.0000;-0.0000}",
        $"{step.ErrorPercent:F4}",
        $"{step.PublishedPercent:+0.00;-0.00;0.00}",
        Signed(Pull(step.DeltaATildePercent, step.ErrorPercent, step.PublishedPercent, 0.01)),
    ];

    private static IEnumerable<ImmutableArray<string>> BaseCells(ResolutionSummary table) => table.Rows.Where(row => row.BaseRow is not null).Select(row =>
    {
        ResolutionStep step = table.Steps.First(candidate => candidate.To == row.Name);
        return (ImmutableArray<string>)
        [
            ResolutionRowNames.Title(row.Name),
            ResolutionRowNames.Title(row.BaseRow!),
            $"{row.ATildePercent:F3}",
            $"{row.ATildeErrorPercent:F3}",
            $"{step.DeltaATildePercent:+0.0000;-0.0000}",
            $"{step.ErrorPercent:F4}",
            $"{row.BiasPercent:+0.0000;-0.0000}",
            $"{row.BiasErrorPercent:F4}",
            $"{row.Published?.ATildePercent:F2}",
            $"{row.Published?.BiasPercent:+0.00;-0.00}",
        ];
    });

    private static double? Pull(double ours, double error, double? published, double? publishedError) =>
        published is { } reference && publishedError is { } its ? (ours - reference) / Math.Sqrt((error * error) + (its * its)) : null;

    private static string Signed(double? pull) => $"{pull:+0.0;-0.0;0.0}";
}
