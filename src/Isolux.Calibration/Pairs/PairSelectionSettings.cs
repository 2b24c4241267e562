namespace Isolux.Calibration.Pairs;

/// <summary>How prompt-delayed pairs are selected.</summary>
public sealed record PairSelectionSettings
{
    private readonly double _minimumDelayNs = 1e3;
    private readonly double _maximumDelayNs = 1e6;

    /// <summary>Lower edge of the prompt charge, PE.</summary>
    public required double PromptLowPe { get; init; }

    /// <summary>Upper edge of the prompt charge, PE.</summary>
    public required double PromptHighPe { get; init; }

    /// <summary>Lower edge of the delayed charge, PE.</summary>
    public required double DelayedLowPe { get; init; }

    /// <summary>Upper edge of the delayed charge, PE.</summary>
    public required double DelayedHighPe { get; init; }

    /// <summary>Shortest time from prompt to delayed, ns; default 1 us: both light pulses are over.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public double MinimumDelayNs
    {
        get => _minimumDelayNs;
        init => _minimumDelayNs = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A delay is zero or positive.");
    }

    /// <summary>Longest time from prompt to delayed, ns; default 1 ms: four to five capture times.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive or not finite.</exception>
    public double MaximumDelayNs
    {
        get => _maximumDelayNs;
        init => _maximumDelayNs = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A delay is positive.");
    }

    /// <summary>Largest distance between the vertices, mm; default 1.5 m.</summary>
    public double MaximumDistanceMm { get; init; } = 1500.0;

    /// <summary>Windows of the same length before the prompt window in which accidental pairs are counted; default 10.</summary>
    public int OffTimeWindows { get; init; } = 10;
}
