using System.Collections.Immutable;
using Isolux.Calibration.DualCalorimetry;
using Isolux.Campaign.Planning;
using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Reconstruction;
using Isolux.Simulation.Response;
using Isolux.Strategy.DualCalorimetry;
using Isolux.Strategy.NonLinearity;
using Isolux.Strategy.Ordering;
using Isolux.Strategy.Provenance;
using Isolux.Strategy.Reconstruction;
using Isolux.Strategy.Resolution;
using Isolux.Strategy.Response;
using Isolux.Strategy.Summary;

namespace Isolux.Strategy.Run;

/// <summary>
/// The whole calibration strategy on one detector and one campaign: simulate the sources, calibrate light yield and map, publish them, correct physics events with
/// what was published, and judge the resolution that is left.
/// </summary>
/// <param name="detector">The detector.</param>
/// <param name="plan">The expanded campaign.</param>
/// <param name="maps">Gives the response map.</param>
/// <param name="ladder">What the calibration of the non-linearity takes; used in full runs.</param>
/// <param name="variations">Varied detectors that make the later rows of the resolution table; used in full runs.</param>
/// <param name="store">Receives the constants.</param>
/// <param name="clock">Time stamped on publications.</param>
/// <param name="settings">Seed, statistics, threads.</param>
public sealed class CalibrationStrategy(
    DetectorDescription detector,
    ExpandedPlan plan,
    ResponseMapProvider maps,
    NonLinearityInputs ladder,
    ImmutableArray<DetectorVariation> variations,
    IConditionsStore store,
    TimeProvider clock,
    RunSettings settings)
{
    /// <summary>Runs the strategy.</summary>
    /// <param name="progress">Told the stage and the fraction of it done.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="InvalidSpecificationException">The detector or the plan lacks something the strategy needs.</exception>
    /// <exception cref="ConditionsException">The constants could not be published or resolved.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public RunOutcome Run(IProgress<RunStage>? progress, CancellationToken cancellation)
    {
        MapSurvey survey = MapSurvey.Of(detector, plan);
        ResponseMap map = maps.Provide(detector, Stage(progress, "response maps"), cancellation);
        DetectorSimulation simulation = new(detector, map, settings);
        CampaignMeasurement measurement = new CampaignSimulation(simulation, survey, settings).Measure(Stage(progress, "calibration points"), cancellation);
        LaserCalibration? laser = settings.Extent == RunExtent.Full && detector.Readout is { } readout ? new LaserCalibration(simulation, readout, settings) : null;
        DualCalorimetryResult? channels = laser?.Calibrate(Stage(progress, "laser"), cancellation);
        NonLinearityOutcome? nonLinearity = settings.Extent == RunExtent.Full && NonLinearityStudy.Applies(detector)
            ? new NonLinearityStudy(simulation, ladder, settings).Calibrate(Stage(progress, "energy ladder"), cancellation)
            : null;
        ExpectedLightMapPayload? light = settings.Extent == RunExtent.Full ? ExpectedLightMapFactory.Make(detector, map) : null;
        ConditionsSnapshot snapshot = Publish(simulation, measurement, light, channels, nonLinearity);

        FoldedResponses responses = FoldedResponses.Fold(simulation, survey.Source, settings, Stage(progress, "dense responses"), cancellation);
        PositronSamples positrons = PositronSamples.Simulate(simulation, settings, Stage(progress, "positrons"), cancellation);
        EnergyReconstructor reconstructor = new(snapshot);
        ResolutionStudy resolution = new(reconstructor, responses, settings);
        ImmutableArray<(PromptRow Row, string BaseRow)> varied = settings.Extent == RunExtent.Full
            ? new VariationStudy(simulation, survey, measurement, maps, settings).Correct(positrons, reconstructor, variations, Stage(progress, "varied detectors"), cancellation)
            : [];
        ReconstructedRow? reconstructed = light is null
            ? null
            : new FullReconstructionStudy(simulation, snapshot.Get<ExpectedLightMapPayload>(), snapshot.Get<LightYieldPayload>(), settings).Correct(settings.ReconstructedPositrons, Stage(progress, "reconstruction"), cancellation);
        StageProgress? table = Stage(progress, "resolution table");
        ResolutionRows rows = resolution.Fit(resolution.Correct(positrons), varied, reconstructed);
        table?.Report(1.0);
        OrderingOutcome? ordering = settings.Extent == RunExtent.Full && detector.Reactors is { } experiment
            ? new OrderingStudy(experiment, settings.Threads).Evaluate(
                rows,
                BaseRow(),
                nonLinearity?.Best is null ? null : snapshot.Get<ElectronNonLinearityPayload>(),
                nonLinearity?.Other?.ToPayload("the other model of the same data"),
                nonLinearity?.PositronTruth ?? [],
                Stage(progress, "mass ordering"),
                cancellation)
            : null;

        DualCalorimetryOutcome? dual = channels is null
            ? null
            : new DualCalorimetryStudy(simulation, laser!, settings).Judge(channels, snapshot, Stage(progress, "corrected charges"), cancellation);
        ReconstructionSummary? reconstruction = light is null
            ? null
            : new ReconstructionStudy(detector, map, light, ReconstructionMode.Full, settings.Seed, settings.Threads)
                .Summarise(settings.ReconstructedElectrons, clock, Stage(progress, "vertex and energy"), cancellation);
        NonUniformityStudy study = new(simulation, measurement.NonUniformity, responses.Positrons[^1]);
        RunSummary summary = new()
        {
            Detector = detector.Name,
            CampaignName = plan.Name,
            Seed = settings.Seed,
            StatisticsFactor = (double)measurement.SimulatedEvents / measurement.DeclaredEvents,
            Threads = settings.Threads,
            LightYield = new LightYieldSummary(measurement.LightYield.ValuePePerMeV, measurement.LightYield.ErrorPePerMeV),
            NonUniformity = study.Summarise(),
            Resolution = new ResolutionTableSummary(detector.Published).Summarise(rows),
            Campaign = new CampaignSummary(plan.Steps.Length, plan.TravelMinutes, plan.DataMinutes),
            NonLinearity = nonLinearity?.Summary,
            DualCalorimetry = dual?.Summary,
            Reconstruction = reconstruction,
            Sensitivity = ordering?.Summary,
        };
        RunReport report = new(simulation, plan, measurement, study, rows, nonLinearity, dual, ordering?.Picture);
        return new RunOutcome(summary, snapshot, Counts(measurement, reconstructed), report.Compose);
    }

    private ConditionsSnapshot Publish(DetectorSimulation simulation, CampaignMeasurement measurement, ExpectedLightMapPayload? light, DualCalorimetryResult? channels, NonLinearityOutcome? nonLinearity)
    {
        RunNumber run = new(plan.Run);
        string name = FormattableString.Invariant($"{detector.Name}-{plan.Name}-{settings.Seed}");
        DarkNoisePayload darkNoise = new(simulation.DarkNoiseMeanPe, 0.0, detector.DarkNoiseWindowNs, "declared dark rates");
        string provenance = $"campaign {plan.Name}, seed {settings.Seed}, simulation";
        ImmutableArray<Payload> others =
        [
            .. light is null ? [] : ImmutableArray.Create<Payload>(light),
            .. channels is null ? [] : ImmutableArray.Create<Payload>(LaserCalibration.Payload(channels, provenance)),
            .. nonLinearity?.Best is { } best ? ImmutableArray.Create<Payload>(best.ToPayload(provenance)) : [],
        ];
        return new ConstantsRelease(store, clock, name, run).Publish(measurement, darkNoise, others, provenance);
    }

    // The row most others vary; it stands for the detector as it is built.
    private string BaseRow() => variations.GroupBy(variation => variation.BaseRow).MaxBy(group => group.Count())?.Key ?? ResolutionRowNames.VertexSmearing;

    private static ImmutableArray<StageCount> Counts(CampaignMeasurement measurement, ReconstructedRow? reconstructed)
    {
        long used = measurement.NonUniformity.Points.Sum(point => (long)point.Peak.EventsInWindow);
        return
        [
            new StageCount(
                "source events in fitted peaks",
                measurement.SimulatedEvents,
                used,
                ImmutableSortedDictionary<string, long>.Empty.Add("outside the fit window", measurement.SimulatedEvents - used)),
            .. reconstructed is null
                ? []
                : ImmutableArray.Create(new StageCount(
                    "reconstructed positrons",
                    reconstructed.Simulated,
                    reconstructed.Converged,
                    ImmutableSortedDictionary<string, long>.Empty.Add("not converged", reconstructed.Simulated - reconstructed.Converged))),
        ];
    }

    private static StageProgress? Stage(IProgress<RunStage>? progress, string name)
    {
        progress?.Report(new RunStage(name, 0.0));
        return progress is null ? null : new StageProgress(progress, name);
    }

    private sealed class StageProgress(IProgress<RunStage> inner, string name) : IProgress<double>
    {
        public void Report(double value) => inner.Report(new RunStage(name, value));
    }
}
