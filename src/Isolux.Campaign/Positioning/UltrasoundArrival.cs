namespace Isolux.Campaign.Positioning;

/// <summary>When a receiver heard the pulse.</summary>
/// <param name="Receiver">Name of the receiver.</param>
/// <param name="TimeUs">Time since the emission, us.</param>
public sealed record UltrasoundArrival(string Receiver, double TimeUs);
