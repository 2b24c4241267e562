namespace Isolux.Events.Hits;

/// <summary>Where triggered events go; an adapter writes them batch by batch and publishes the file only when it is complete.</summary>
public interface IEventSink
{
    /// <summary>Appends events; their numbers follow those already written.</summary>
    /// <param name="events">Triggered events.</param>
    /// <param name="truth">What was simulated, one element per event; empty for measured data. Kept apart from the hits.</param>
    void Write(HitBatch events, ReadOnlySpan<EventTruth> truth);
}
