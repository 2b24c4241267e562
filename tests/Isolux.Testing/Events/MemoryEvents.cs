using Isolux.Events.Hits;

namespace Isolux.Testing.Events;

/// <summary>Events kept in memory: a sink and a source of the same run.</summary>
/// <param name="run">The run.</param>
public sealed class MemoryEvents(EventRun run) : IEventSink, IEventSource
{
    private readonly List<HitBatch> _batches = [];
    private readonly List<EventTruth> _truth = [];

    /// <inheritdoc/>
    public EventRun Run { get; } = run;

    /// <summary>The batches as written.</summary>
    public IReadOnlyList<HitBatch> Batches => _batches;

    /// <summary>The truth of all events.</summary>
    public IReadOnlyList<EventTruth> Truth => _truth;

    /// <inheritdoc/>
    public void Write(HitBatch events, ReadOnlySpan<EventTruth> truth)
    {
        _batches.Add(events);
        _truth.AddRange(truth);
    }

    /// <inheritdoc/>
    public IEnumerable<HitBatch> Read(CancellationToken cancellation)
    {
        foreach (HitBatch batch in _batches)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return batch;
        }
    }
}
