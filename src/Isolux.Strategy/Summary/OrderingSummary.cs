using System.Text.Json.Serialization;

namespace Isolux.Strategy.Summary;

/// <summary>chi2 of the wrong minus the right ordering for either true ordering, with the errors that those of (a, b, c) bring.</summary>
/// <param name="NormalDeltaChi2">The normal ordering is true.</param>
/// <param name="NormalError">Its error.</param>
/// <param name="InvertedDeltaChi2">The inverted ordering is true.</param>
/// <param name="InvertedError">Its error.</param>
public sealed record OrderingSummary(
    [property: JsonPropertyName("no")] double NormalDeltaChi2,
    [property: JsonPropertyName("noError")] double NormalError,
    [property: JsonPropertyName("io")] double InvertedDeltaChi2,
    [property: JsonPropertyName("ioError")] double InvertedError);
