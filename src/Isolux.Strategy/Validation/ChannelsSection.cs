using System.Collections.Immutable;
using System.Globalization;
using Isolux.Calibration.Channels;
using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Detector.Readout;
using Isolux.Events.Hits;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Readout;
using Isolux.Simulation.Response;
using Isolux.Simulation.Samples;
using Isolux.Strategy.Channels;
using Isolux.Strategy.Report;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Validation;

/// <summary>Closure of the channel calibration: every channel of a detector calibrated from simulated laser runs, against the constants the simulation drew.</summary>
/// <param name="detector">The detector.</param>
/// <param name="maps">Gives its response map.</param>
/// <param name="settings">Statistics.</param>
public sealed class ChannelsSection(DetectorDescription detector, ResponseMapProvider maps, ValidationSettings settings) : IValidationSection
{
    private const int DimFlashes = 60_000;
    private const int BrightFlashes = 3_000;
    private const double DimPe = 0.1;
    private const double BrightPe = 5.0;
    private static readonly ReadoutWindow s_window = new(-500.0, 500.0);

    // The design has neither; the closure needs both.
    private static readonly EfficiencySpread s_efficiency = new(0.08, 0.01, DeadRegion.All);

    /// <inheritdoc/>
    public string Name => "channels";

    /// <inheritdoc/>
    public ValidationPage Evaluate(IProgress<double>? progress, CancellationToken cancellation)
    {
        ResponseMap map = maps.Provide(detector, progress, cancellation);
        DetectorDescription varied = detector with { Efficiency = s_efficiency };
        int dim = settings.Scale(DimFlashes);
        int bright = settings.Scale(BrightFlashes);
        Progress reading = new(progress, dim + bright);
        (SimulatedRun dimRun, ChannelBank truth) = Laser(varied, map, DimPe, dim, RandomRuns.ChannelCalibration);
        (SimulatedRun brightRun, _) = Laser(varied, map, BrightPe, bright, RandomRuns.ChannelCalibration + 1);
        ChannelCalibrator calibrator = new(ChannelExpectations.OfCentre(varied, map), new ChannelCalibrationSettings { Threads = settings.Threads });
        ChannelCalibrationResult result = calibrator.Calibrate([dimRun, brightRun], "simulation", reading, cancellation);
        ImmutableArray<ChannelPulls> pulls = ChannelClosure.Pulls(result.Constants, truth, varied);
        (double Mean, double Width) worst = (pulls.Max(pull => Math.Abs(Moments(pull).Mean)), pulls.Max(pull => Math.Abs(Moments(pull).StandardDeviation - 1.0)));
        return new ValidationPage(
            "Channel calibration",
            [
                Text($"`{detector.Name}` with an efficiency spread of {100.0 * s_efficiency.RelativePdeSpreadFraction:F0} % and {100.0 * s_efficiency.DeadFraction:F0} % dead large PMTs: {dim:N0} laser flashes at the centre of {DimPe} PE per large PMT and {bright:N0} of {BrightPe} PE, read from {s_window.StartNs:F0} to {s_window.EndNs:F0} ns about the trigger. All {varied.Photosensors.Length:N0} channels have constants of their own, which the calibration does not know; methods in `docs/methods/channels.md`."),
                "A pull is (estimate - truth) / error, over the channels of a type that were calibrated. Efficiencies are compared relative to the mean of their kind, time offsets relative to the mean of their type, as they are defined.",
            ],
            [
                new ValidationTable("channels-runs", "The runs.", ["run", "flashes", "occupancy of large PMTs", "occupancy of small PMTs"], [.. result.Runs.Select(Row)]),
                new ValidationTable("channels-pulls", "Pulls of every quantity.", ["quantity", "type", "channels", "mean pull", "error", "pull width", "error", "mean standard error"], [.. pulls.Select(Row)]),
                new ValidationTable("channels-status", "Flags against the truth.", ["truth", "good", "dead", "noisy", "not calibrated"], Statuses(result.Constants, truth)),
            ],
            Text($"Largest mean pull {worst.Mean:F3}, largest difference of a pull width from 1: {worst.Width:F3} (required: 0.1)."))
        {
            Pulls = pulls.ToImmutableSortedDictionary(pull => $"channels-{pull.Type}-{FileName(pull.Quantity)}", pull => new PullPicture($"{pull.Type}: {pull.Quantity}", pull.Pulls)),
        };
    }

    private (SimulatedRun Run, ChannelBank Truth) Laser(DetectorDescription varied, ResponseMap map, double intensityPe, int flashes, uint run)
    {
        EventSimulator simulator = new(varied, map, new LaserEventGenerator(varied, map, Position.Centre, intensityPe), new EventSimulatorSettings
        {
            Seed = settings.Seed,
            Run = run,
            Threads = settings.Threads,
            Window = s_window,
            EventsPerBatch = Math.Clamp((int)(100.0 / intensityPe), 20, 500),
        });
        return (new SimulatedRun(simulator, new EventRun(run, varied.Name, varied.Photosensors.Length, "laser", settings.Seed), flashes), simulator.Channels);
    }

    private static RunningMoments Moments(ChannelPulls pulls) => new PullPicture(pulls.Quantity, pulls.Pulls).Moments;

    private static ImmutableArray<string> Row(ChannelRunSummary run) =>
        [Text($"{run.RunNumber}"), Text($"{run.Events}"), Text($"{run.LargeOccupancyFraction:F4}"), Text($"{run.SmallOccupancyFraction:F4}")];

    private static ImmutableArray<string> Row(ChannelPulls pulls)
    {
        RunningMoments moments = Moments(pulls);
        return
        [
            pulls.Quantity,
            pulls.Type,
            Text($"{pulls.Pulls.Length}"),
            Text($"{moments.Mean:F3}"),
            Text($"{moments.MeanError:F3}"),
            Text($"{moments.StandardDeviation:F3}"),
            Text($"{moments.StandardDeviationError:F3}"),
            Text($"{pulls.MeanError:G3}"),
        ];
    }

    private static ImmutableArray<ImmutableArray<string>> Statuses(ChannelConstantsPayload constants, ChannelBank truth)
    {
        ILookup<string, ChannelStatus> found = constants.Statuses.Zip(truth.Channels)
            .ToLookup(pair => pair.Second.IsDead ? "dead" : pair.Second.IsNoisy ? "noisy" : "good", pair => pair.First);
        ChannelStatus[] columns = [ChannelStatus.Good, ChannelStatus.Dead, ChannelStatus.Noisy, ChannelStatus.NotCalibrated];
        return [.. found.OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (ImmutableArray<string>)[group.Key, .. columns.Select(status => Text($"{group.Count(other => other == status)}"))])];
    }

    private static string FileName(string quantity) => quantity.Split(" / ")[0].Replace(' ', '-');

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class Progress(IProgress<double>? fraction, long total) : IProgress<long>
    {
        public void Report(long value) => fraction?.Report((double)value / total);
    }
}
