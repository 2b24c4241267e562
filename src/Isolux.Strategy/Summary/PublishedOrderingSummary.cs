using System.Text.Json.Serialization;

namespace Isolux.Strategy.Summary;

/// <summary>Published delta chi2 of the two true orderings.</summary>
/// <param name="LowDeltaChi2">Smaller one.</param>
/// <param name="HighDeltaChi2">Larger one.</param>
public sealed record PublishedOrderingSummary([property: JsonPropertyName("low")] double LowDeltaChi2, [property: JsonPropertyName("high")] double HighDeltaChi2);
