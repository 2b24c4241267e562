namespace Isolux.Strategy.Validation;

/// <summary>How much a validation simulates.</summary>
public sealed record ValidationSettings
{
    private readonly double _statisticsFactor = 1.0;
    private readonly int _threads = 1;

    /// <summary>Seed of all random numbers; default 20260101.</summary>
    public ulong Seed { get; init; } = 20260101;

    /// <summary>Scales every sample, 0.001 to 1000; default 1: the committed evidence.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range.</exception>
    public double StatisticsFactor
    {
        get => _statisticsFactor;
        init => _statisticsFactor = value is >= 1e-3 and <= 1e3
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The statistics factor lies in [0.001, 1000].");
    }

    /// <summary>Threads, at least 1; no result depends on it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int Threads
    {
        get => _threads;
        init => _threads = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A validation needs at least one thread.");
    }

    /// <summary>A sample size scaled by the statistics factor, at least 10.</summary>
    public int Scale(int count) => Math.Max(10, (int)(count * StatisticsFactor));
}
