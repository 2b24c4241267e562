using System.Collections.Immutable;

namespace Isolux.Campaign.Positioning;

/// <summary>What the receivers heard of one pulse.</summary>
/// <param name="Arrivals">One arrival per receiver that heard it.</param>
/// <param name="TemperatureC">Temperature of the scintillator, degrees Celsius; null where it is not known.</param>
public sealed record UltrasoundPulse(ImmutableArray<UltrasoundArrival> Arrivals, double? TemperatureC = null);
