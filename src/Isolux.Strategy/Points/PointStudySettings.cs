using System.Collections.Immutable;

namespace Isolux.Strategy.Points;

/// <summary>What a study of calibration points compares.</summary>
public sealed record PointStudySettings : EffortSettings
{
    /// <summary>Seed of all random numbers; default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Numbers of points besides that of the campaign, at least 12 each; none by default. Systems keep their shares.</summary>
    public ImmutableArray<int> Counts { get; init; } = [];

    /// <summary>How points are chosen; all methods by default.</summary>
    public ImmutableArray<SelectionMethod> Methods { get; init; } = [.. Enum.GetValues<SelectionMethod>()];
}
