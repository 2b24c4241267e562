namespace Isolux.Events.Hits;

/// <summary>Where triggered events come from; an adapter reads them batch by batch, so memory does not grow with the file.</summary>
public interface IEventSource
{
    /// <summary>What was recorded.</summary>
    EventRun Run { get; }

    /// <summary>Reads all events in their order.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    IEnumerable<HitBatch> Read(CancellationToken cancellation);
}
