using Isolux.Events.Hits;
using Isolux.Simulation.Samples;

namespace Isolux.Strategy.Channels;

/// <summary>A run that is simulated while it is read and kept nowhere.</summary>
internal sealed class SimulatedRun(EventSimulator simulator, EventRun run, int events) : IEventSource
{
    public EventRun Run { get; } = run with { Window = simulator.Window };

    public IEnumerable<HitBatch> Read(CancellationToken cancellation) => simulator.Batches(0, events, cancellation).Select(batch => batch.Events);
}
