using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Events.Hits;
using Isolux.Events.Reconstructed;
using Isolux.Quantities;
using Isolux.Reconstruction.Likelihood;

namespace Isolux.Reconstruction;

/// <summary>
/// Vertex, time and energy of events from their hits, by the maximum of a joint likelihood of charges and times. Expected light and constants come from one resolved snapshot.
/// Immutable and safe for any number of threads; the result of an event depends on nothing but its hits.
/// </summary>
public sealed class EventReconstructor
{
    private const int EventsPerBlock = 16;
    private readonly ExpectedLight _light;
    private readonly LightCentroid _centroid;
    private readonly ReconstructionSettings _settings;

    /// <summary>Prepares the expected light, which takes about a second.</summary>
    /// <param name="detector">The detector whose channels the hits have.</param>
    /// <param name="snapshot">Constants: expected light, light yield and channels.</param>
    /// <param name="window">When channels are read out, since the trigger.</param>
    /// <param name="settings">How to reconstruct.</param>
    /// <exception cref="MissingConstantException">The snapshot lacks a constant.</exception>
    /// <exception cref="ArgumentException">The expected light or the constants of channels belong to another detector.</exception>
    public EventReconstructor(DetectorDescription detector, ConditionsSnapshot snapshot, ReadoutWindow window, ReconstructionSettings settings)
        : this(detector, Required(snapshot).Get<ExpectedLightMapPayload>(), snapshot.Get<ChannelConstantsPayload>(), snapshot.Get<LightYieldPayload>(), window, settings)
    {
    }

    /// <summary>Prepares the expected light from bare constants, for studies that publish none.</summary>
    /// <param name="detector">The detector whose channels the hits have.</param>
    /// <param name="map">Expected light.</param>
    /// <param name="channels">Constants of the channels.</param>
    /// <param name="lightYield">Light yield, measured with the same channels.</param>
    /// <param name="window">When channels are read out, since the trigger.</param>
    /// <param name="settings">How to reconstruct.</param>
    /// <exception cref="ArgumentException">The expected light or the constants of channels belong to another detector.</exception>
    public EventReconstructor(
        DetectorDescription detector,
        ExpectedLightMapPayload map,
        ChannelConstantsPayload channels,
        LightYieldPayload lightYield,
        ReadoutWindow window,
        ReconstructionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(detector);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(channels);
        ArgumentNullException.ThrowIfNull(lightYield);
        ArgumentNullException.ThrowIfNull(settings);
        _light = new ExpectedLight(detector, map, channels, lightYield.ValuePePerMeV, window);
        _centroid = new LightCentroid(map);
        _settings = settings;
    }

    /// <summary>Reconstructs a batch.</summary>
    /// <param name="events">The events.</param>
    /// <param name="threads">Threads, 1 or more; the result does not depend on them.</param>
    /// <param name="cancellation">Stops the reconstruction.</param>
    /// <returns>One element per event, in their order.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ReconstructedEvent[] Reconstruct(HitBatch events, int threads, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ReconstructedEvent[] results = new ReconstructedEvent[events.Count];
        Parallel.For(
            0,
            (events.Count + EventsPerBlock - 1) / EventsPerBlock,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            NewWorker,
            (block, _, worker) =>
            {
                for (int i = block * EventsPerBlock; i < Math.Min(results.Length, (block + 1) * EventsPerBlock); i++)
                {
                    results[i] = worker.Reconstruct(events[i]);
                }

                return worker;
            },
            _ => { });
        return results;
    }

    /// <summary>A reconstructor of single events for one thread.</summary>
    public EventWorker NewWorker() => new(_light, _centroid, _settings);

    private static ConditionsSnapshot Required(ConditionsSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot;
    }
}
