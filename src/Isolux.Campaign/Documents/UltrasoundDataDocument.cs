using System.Collections.Immutable;

namespace Isolux.Campaign.Documents;

/// <summary>Arrival times of a series of ultrasonic pulses in the same scintillator.</summary>
/// <param name="FormatVersion">Version of this format: 1.</param>
/// <param name="Name">Name of the series.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Pulses">The pulses.</param>
public sealed record UltrasoundDataDocument(int FormatVersion, string Name, string Source, ImmutableArray<UltrasoundPulseDocument> Pulses);
