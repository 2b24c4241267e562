namespace Isolux.Strategy.Validation;

/// <summary>How much a validation simulates.</summary>
public sealed record ValidationSettings : EffortSettings
{
    /// <summary>Seed of all random numbers; default 20260101.</summary>
    public ulong Seed { get; init; } = 20260101;

    /// <summary>A sample size scaled by the statistics factor, at least 10.</summary>
    public int Scale(int count) => Math.Max(10, (int)(count * StatisticsFactor));
}
