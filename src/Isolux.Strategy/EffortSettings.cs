namespace Isolux.Strategy;

/// <summary>Statistics and threads of anything that simulates several samples.</summary>
public abstract record EffortSettings
{
    private readonly double _statisticsFactor = 1.0;
    private readonly int _threads = 1;

    /// <summary>Scales every simulated sample, 0.001 to 1000; default 1.</summary>
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
        init => _threads = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one thread is needed.");
    }
}
