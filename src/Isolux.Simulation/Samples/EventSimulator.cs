using Isolux.Detector;
using Isolux.Detector.Readout;
using Isolux.Events.Hits;
using Isolux.Numerics.Random;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Readout;
using Isolux.Simulation.Response;

namespace Isolux.Simulation.Samples;

/// <summary>
/// Triggered events as the electronics deliver them: deposits, photoelectrons (<see cref="HitSampler"/>), pulses of channels with their own constants (<see cref="ChannelBank"/>). Event i
/// depends on (seed, run, i) alone, so threads, batches and an interrupted run do not matter.
/// </summary>
/// <remarks>
/// Times of hits count from the trigger. It comes the declared delay after the primary particle started and then waits for its clock, evenly distributed over one period, so no event
/// time is known better than the clock; a laser triggers by itself and does not wait.
/// </remarks>
public sealed class EventSimulator
{
    private const int EventsPerBlock = 20;
    private const double NsPerS = 1e9;
    private readonly IEventGenerator _generator;
    private readonly EventSimulatorSettings _settings;
    private readonly HitSampler _sampler;
    private readonly ReadoutSimulator _readout;
    private readonly Electronics _electronics;
    private readonly int _channelCount;

    /// <summary>A simulator.</summary>
    /// <param name="detector">The detector; needs light, photosensors and electronics.</param>
    /// <param name="map">Its response maps.</param>
    /// <param name="generator">What starts the events.</param>
    /// <param name="settings">Settings.</param>
    /// <exception cref="InvalidSpecificationException">The detector declares no electronics, or no non-linearity where it is asked for.</exception>
    public EventSimulator(DetectorDescription detector, ResponseMap map, IEventGenerator generator, EventSimulatorSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.EventsPerBatch, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(settings.RateHz);
        ArgumentNullException.ThrowIfNull(detector);
        DetectorDescription read = settings.ChannelSpread ? detector : detector with { Electronics = detector.Electronics?.Nominal() };
        Channels = new ChannelBank(read, settings.Seed);
        _generator = generator;
        _settings = settings;
        _sampler = new HitSampler(detector, map);
        _electronics = Channels.Electronics;
        _channelCount = detector.Photosensors.Length;
        Window = settings.Window ?? DeclaredWindow(detector, _electronics);
        _readout = new ReadoutSimulator(Channels, settings.ChargeNonLinearity ? NonLinearity(detector) : null, Window, settings);
    }

    /// <summary>The channels as they are.</summary>
    public ChannelBank Channels { get; }

    /// <summary>When channels are read out.</summary>
    public ReadoutWindow Window { get; }

    /// <summary>The declared readout window of a detector.</summary>
    /// <param name="detector">The detector; the length of its window of dark noise.</param>
    /// <param name="electronics">Its electronics.</param>
    public static ReadoutWindow DeclaredWindow(DetectorDescription detector, Electronics electronics)
    {
        ArgumentNullException.ThrowIfNull(detector);
        ArgumentNullException.ThrowIfNull(electronics);
        return new ReadoutWindow(-electronics.PreTriggerNs, detector.DarkNoiseWindowNs - electronics.PreTriggerNs);
    }

    /// <summary>Simulates events and hands them on batch by batch.</summary>
    /// <param name="first">First event; the one after the last written continues a run that was interrupted.</param>
    /// <param name="count">Number of events.</param>
    /// <param name="sink">Receives the events with their truth.</param>
    /// <param name="progress">Told the number of events done; null for silence.</param>
    /// <param name="cancellation">Stops the simulation between batches.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Simulate(int first, int count, IEventSink sink, IProgress<long>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sink);
        long done = 0;
        foreach ((HitBatch events, EventTruth[] truth) in Batches(first, count, cancellation))
        {
            sink.Write(events, truth);
            progress?.Report(done += events.Count);
        }
    }

    /// <summary>Simulates events as they are asked for, one batch after the other.</summary>
    /// <param name="first">First event.</param>
    /// <param name="count">Number of events.</param>
    /// <param name="cancellation">Stops the simulation between batches.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IEnumerable<(HitBatch Events, EventTruth[] Truth)> Batches(int first, int count, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Iterate(first, count, cancellation);
    }

    private IEnumerable<(HitBatch Events, EventTruth[] Truth)> Iterate(int first, int count, CancellationToken cancellation)
    {
        HitColumns[] parts = [.. Enumerable.Range(0, ((_settings.EventsPerBatch - 1) / EventsPerBlock) + 1).Select(_ => new HitColumns())];
        for (int done = 0; done < count; done += _settings.EventsPerBatch)
        {
            Fill(parts, first + done, Math.Min(_settings.EventsPerBatch, count - done), cancellation);
            yield return (HitColumns.Join(parts), [.. parts.SelectMany(part => part.Truth)]);
        }
    }

    private void Fill(HitColumns[] parts, int first, int count, CancellationToken cancellation)
    {
        ParallelOptions options = new() { MaxDegreeOfParallelism = _settings.Threads, CancellationToken = cancellation };
        Parallel.For(0, parts.Length, options, () => new Workspace(_channelCount), (part, _, workspace) =>
        {
            parts[part].Clear();
            int last = Math.Min(count, (part + 1) * EventsPerBlock);
            for (int i = part * EventsPerBlock; i < last; i++)
            {
                Simulate((uint)(first + i), workspace, parts[part]);
            }

            return workspace;
        }, _ => { });
    }

    private void Simulate(uint index, Workspace workspace, HitColumns pulses)
    {
        EventStart origin = _generator.Generate(_settings.Seed, _settings.Run, index, workspace.Deposits);
        _sampler.Sample(Brightened(workspace), _settings.Seed, _settings.Run, index, workspace.Hits);
        RandomSequence random = new(_settings.Seed, _settings.Run, RandomStream.Trigger, index, 0);
        double clockNs = _electronics.TriggerClockNs * random.NextDouble();
        double delayNs = _electronics.TriggerDelayNs + (_generator.TriggersItself ? 0.0 : clockNs);
        double triggerNs = (index + random.NextDouble()) * NsPerS / _settings.RateHz;
        ReadOnlySpan<Hit> light = workspace.Hits.Hits[..(workspace.Hits.LpmtLightCount + workspace.Hits.SpmtLightCount)];
        int large = _readout.Read(light, delayNs, _settings.Seed, _settings.Run, index, workspace.Readout, pulses);
        pulses.EndEvent(triggerNs, new EventTruth(index, origin.Vertex, origin.KineticEnergyMeV, workspace.Deposits.DepositedMeV, large, -delayNs));
    }

    /// <summary>The deposits, brighter by the largest relative efficiency: the readout drops what other channels detect less.</summary>
    private ReadOnlySpan<EnergyDeposit> Brightened(Workspace workspace)
    {
        double factor = Channels.Efficiency.Largest;
        ReadOnlySpan<EnergyDeposit> deposits = workspace.Deposits.Deposits;
        if (factor == 1.0)
        {
            return deposits;
        }

        workspace.Brightened.Clear();
        foreach (ref readonly EnergyDeposit deposit in deposits)
        {
            workspace.Brightened.Add(deposit with { QuenchedMeV = factor * deposit.QuenchedMeV, ExpectedCherenkovPhotons = factor * deposit.ExpectedCherenkovPhotons });
        }

        return workspace.Brightened.Deposits;
    }

    private ChannelChargeModel NonLinearity(DetectorDescription detector) => detector.Readout is { } readout
        ? new ChannelChargeModel(readout, Channels.LargeCount, _settings.Seed)
        : throw new InvalidSpecificationException(new SpecificationFault(
            detector.Name, "$.readout.chargeHalvedAtPe", null, "the non-linearity of channels was asked for", "declare it or leave it out"));

    /// <summary>Memory of one thread.</summary>
    private sealed class Workspace(int channelCount)
    {
        public ShowerBuffer Deposits { get; } = new();

        public ShowerBuffer Brightened { get; } = new();

        public HitBuffer Hits { get; } = new();

        public ReadoutBuffer Readout { get; } = new(channelCount);
    }
}
