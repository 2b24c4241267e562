namespace Isolux.Simulation.Positioning;

/// <summary>A simulated arrival.</summary>
/// <param name="Receiver">Name of the receiver.</param>
/// <param name="TimeUs">Arrival, us.</param>
/// <param name="Origin">What was heard.</param>
public sealed record HeardPulse(string Receiver, double TimeUs, SignalOrigin Origin);
