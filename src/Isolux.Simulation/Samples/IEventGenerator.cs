using Isolux.Simulation.Particles;

namespace Isolux.Simulation.Samples;

/// <summary>Makes the deposits of events, as a function of seed, run and event alone; used by many threads at once.</summary>
public interface IEventGenerator
{
    /// <summary>Whether the event comes with its own trigger signal (a laser), so that it need not wait for the trigger's clock.</summary>
    bool TriggersItself { get; }

    /// <summary>Makes one event.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="run">Run number, below 2^24.</param>
    /// <param name="eventIndex">Event in the run.</param>
    /// <param name="deposits">Receives the deposits; what it held is forgotten.</param>
    EventStart Generate(ulong seed, uint run, uint eventIndex, ShowerBuffer deposits);
}
