using System.Text.Json.Serialization;

namespace Isolux.Strategy.Summary;

/// <summary>Change of the figure of merit from one row to the next, paired: both rows share the same simulated events.</summary>
public sealed record ResolutionStep
{
    /// <summary>Name of the earlier row.</summary>
    public required string From { get; init; }

    /// <summary>Name of the later row.</summary>
    public required string To { get; init; }

    /// <summary>Later minus earlier a~, percent.</summary>
    [JsonPropertyName("deltaATilde")]
    public required double DeltaATildePercent { get; init; }

    /// <summary>Paired standard error (bootstrap), percent.</summary>
    [JsonPropertyName("error")]
    public required double ErrorPercent { get; init; }

    /// <summary>The published difference of the two rows, percent; null where none was published.</summary>
    [JsonPropertyName("published")]
    public double? PublishedPercent { get; init; }
}
