using System.Collections.Immutable;

namespace Isolux.Campaign.Documents;

/// <summary>One ultrasonic pulse.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ArrivalsUs">Arrival since the emission by receiver, us.</param>
/// <param name="TemperatureC">Temperature of the scintillator, degrees Celsius.</param>
/// <param name="Cables">Cable lengths at the same time.</param>
public sealed record UltrasoundPulseDocument(
    string Name, ImmutableSortedDictionary<string, double> ArrivalsUs, double? TemperatureC = null, CableReadingDocument? Cables = null);
