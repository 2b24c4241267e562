using System.Collections.Immutable;
using Isolux.Conditions.Payloads;
using Isolux.Detector.Photosensors;
using Isolux.Events.Hits;

namespace Isolux.Calibration.Channels;

/// <summary>
/// Calibrates every readout channel from runs of a pulsed laser whose light reaches all channels in a known share: gain, spread and relative efficiency (<see cref="ChargeEstimates"/>), offset
/// and walk (<see cref="TimeCalibrator"/>), dark rate from the hits before the flash; dead and noisy channels are flagged. Runs are read once, batch by batch, one after the other.
/// </summary>
/// <remarks>
/// Each kind of channel is calibrated with the brightest run that leaves its mean occupancy low; dark counts of all runs are added. Flashes of a run have one mean: where the laser fluctuates,
/// select flashes by its monitor first.
/// </remarks>
public sealed class ChannelCalibrator
{
    // Fewer pulses have no moments worth the name.
    private const int LeastFitted = 10;
    private readonly ImmutableArray<ChannelExpectation> _channels;
    private readonly ChannelCalibrationSettings _settings;

    /// <summary>A calibrator of a detector's channels.</summary>
    /// <param name="channels">What is known of them; element i is channel i.</param>
    /// <param name="settings">Settings.</param>
    /// <exception cref="ArgumentException">There are no channels.</exception>
    public ChannelCalibrator(ImmutableArray<ChannelExpectation> channels, ChannelCalibrationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (channels.IsDefaultOrEmpty)
        {
            throw new ArgumentException("There are no channels to calibrate.", nameof(channels));
        }

        _channels = channels;
        _settings = settings;
    }

    /// <summary>Calibrates the channels.</summary>
    /// <param name="runs">Laser runs of any intensities.</param>
    /// <param name="provenance">Where the constants come from.</param>
    /// <param name="progress">Told the number of flashes read; null for silence.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">A run has another number of channels.</exception>
    /// <exception cref="InvalidOperationException">A run is empty, does not say its window, leaves no window before the flash, or no run is dim enough.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ChannelCalibrationResult Calibrate(IReadOnlyList<IEventSource> runs, string provenance, IProgress<long>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(runs);
        List<RunEstimates> estimates = [];
        long read = 0;
        foreach (IEventSource run in runs)
        {
            ChannelTally tally = Read(run, count => progress?.Report(read += count), cancellation);
            estimates.Add(Estimate(tally));
        }

        ImmutableArray<ChannelRunSummary> summaries = [.. runs.Zip(estimates, Summary)];
        return new ChannelCalibrationResult(new ChannelConstantsBuilder(_channels, _settings, estimates).Build(provenance), summaries);
    }

    private ChannelTally Read(IEventSource run, Action<int> report, CancellationToken cancellation)
    {
        if (run.Run.ChannelCount != _channels.Length)
        {
            throw new ArgumentException($"Run {run.Run.RunNumber} has {run.Run.ChannelCount} channels, the detector {_channels.Length}.", nameof(run));
        }

        ReadoutWindow window = run.Run.Window ?? throw new InvalidOperationException(
            $"Run {run.Run.RunNumber} cannot calibrate dark rates (it does not say its readout window); record the window with the run.");
        ChannelTally? tally = null;
        List<HitBatch> first = [];
        int waiting = 0;
        foreach (HitBatch events in run.Read(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (tally is not null)
            {
                tally.Add(events);
            }
            else
            {
                first.Add(events);
                waiting += events.Count;
                tally = waiting < FlashTiming.EventsNeeded ? null : Begin(first, window);
            }

            report(events.Count);
        }

        return tally ?? (waiting > 0 ? Begin(first, window) : throw new InvalidOperationException(
            $"Run {run.Run.RunNumber} calibrates nothing (it has no events); give a laser run."));
    }

    private ChannelTally Begin(List<HitBatch> first, ReadoutWindow window)
    {
        ChannelTally tally = new(_channels.Length, FlashTiming.Of(first, window, _settings));
        first.ForEach(tally.Add);
        first.Clear();
        return tally;
    }

    private RunEstimates Estimate(ChannelTally tally)
    {
        int count = _channels.Length;
        int[] pulses = new int[count];
        int[] dark = new int[count];
        ChargeEstimates[] charges = new ChargeEstimates[count];
        TimeEstimates[] times = new TimeEstimates[count];
        double[] darkPerNs = new double[count];
        bool[] enough = new bool[count];
        for (int channel = 0; channel < count; channel++)
        {
            ChannelMoments moments = tally.Moments[channel];
            pulses[channel] = moments.Occupied;
            dark[channel] = moments.Dark;
            darkPerNs[channel] = moments.Dark / (tally.Events * tally.Timing.DarkNs);
            enough[channel] = moments.Occupied >= LeastFitted && moments.Occupied < tally.Events;
            charges[channel] = enough[channel] ? ChargeEstimates.Of(moments, tally.Events) : default;
        }

        PoolErrors(charges, pulses, enough);
        RunEstimates estimates = new(tally.Events, tally.Timing, pulses, dark, charges, times);
        TimeCalibrator calibrator = new(tally, _settings);
        foreach (IGrouping<string, int> type in Enumerable.Range(0, count).Where(channel => enough[channel]).GroupBy(channel => _channels[channel].Type))
        {
            int[] members = [.. type];
            if (members.Average(estimates.Occupancy) <= _settings.LargestOccupancyFraction)
            {
                calibrator.Calibrate(members, charges, darkPerNs, times);
            }
        }

        return estimates;
    }

    /// <summary>
    /// Errors of gain and spread per pulse are those of the type: the higher moments of one channel follow its own fluctuations, which would pull its constants down.
    /// </summary>
    private void PoolErrors(ChargeEstimates[] charges, int[] pulses, bool[] enough)
    {
        foreach (IGrouping<string, int> type in Enumerable.Range(0, _channels.Length).Where(channel => enough[channel]).GroupBy(channel => _channels[channel].Type))
        {
            double gain = type.Average(channel => Square(charges[channel].Gain.Error) * pulses[channel]);
            double spread = type.Average(channel => Square(charges[channel].Spread.Error) * pulses[channel]);
            foreach (int channel in type)
            {
                ChargeEstimates own = charges[channel];
                charges[channel] = own with
                {
                    Gain = own.Gain with { Error = Math.Sqrt(gain / pulses[channel]) },
                    Spread = own.Spread with { Error = Math.Sqrt(spread / pulses[channel]) },
                };
            }
        }

        static double Square(double value) => value * value;
    }

    private ChannelRunSummary Summary(IEventSource run, RunEstimates estimates) => new(
        run.Run.RunNumber, estimates.Events, Occupancy(estimates, SensorKind.Lpmt), Occupancy(estimates, SensorKind.Spmt), estimates.Timing.PeakNs);

    private double Occupancy(RunEstimates estimates, SensorKind kind) =>
        Enumerable.Range(0, _channels.Length).Where(channel => _channels[channel].Kind == kind).Select(estimates.Occupancy).DefaultIfEmpty().Average();
}
