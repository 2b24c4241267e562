namespace Isolux.Strategy.Ladder;

/// <summary>How much a measurement of the energy ladder simulates.</summary>
public sealed record LadderSettings
{
    private readonly int _eventsPerLine = 100_000;
    private readonly int _threads = 1;

    /// <summary>Seed of all random numbers; default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Events of every line, at least 1000; default 100,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1000.</exception>
    public int EventsPerLine
    {
        get => _eventsPerLine;
        init => _eventsPerLine = value >= 1000 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A peak fit needs at least 1000 events.");
    }

    /// <summary>Threads, at least 1; no result depends on it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int Threads
    {
        get => _threads;
        init => _threads = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The ladder needs at least one thread.");
    }
}
