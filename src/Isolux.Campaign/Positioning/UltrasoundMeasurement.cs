namespace Isolux.Campaign.Positioning;

/// <summary>One pulse of a user's series.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Pulse">What the receivers heard.</param>
/// <param name="Cables">Cable lengths at the same time; null where none were read.</param>
public sealed record UltrasoundMeasurement(string Name, UltrasoundPulse Pulse, CableReading? Cables);
