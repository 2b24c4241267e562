using System.Text.Json.Serialization;

namespace Isolux.Strategy.Summary;

/// <summary>
/// A published row of the resolution table, percent, with the errors it was published with.
/// </summary>
public sealed record PublishedResolution
{
    /// <summary>Statistical term, percent.</summary>
    [JsonPropertyName("a")]
    public required double APercent { get; init; }

    /// <summary>Constant term, percent.</summary>
    [JsonPropertyName("b")]
    public required double BPercent { get; init; }

    /// <summary>Noise term, percent.</summary>
    [JsonPropertyName("c")]
    public required double CPercent { get; init; }

    /// <summary>Figure of merit, percent.</summary>
    [JsonPropertyName("aTilde")]
    public required double ATildePercent { get; init; }

    /// <summary>Published error of a, percent.</summary>
    [JsonPropertyName("aError")]
    public required double AErrorPercent { get; init; }

    /// <summary>Published error of b, percent.</summary>
    [JsonPropertyName("bError")]
    public required double BErrorPercent { get; init; }

    /// <summary>Published error of c, percent.</summary>
    [JsonPropertyName("cError")]
    public required double CErrorPercent { get; init; }

    /// <summary>Published error of the figure of merit, percent.</summary>
    [JsonPropertyName("aTildeError")]
    public required double ATildeErrorPercent { get; init; }

    /// <summary>Published energy bias, percent; null where none was published.</summary>
    public double? BiasPercent { get; init; }

    /// <summary>Published error of the bias, percent.</summary>
    [JsonPropertyName("biasError")]
    public double? BiasErrorPercent { get; init; }
}
