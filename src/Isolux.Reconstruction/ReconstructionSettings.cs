namespace Isolux.Reconstruction;

/// <summary>How events are reconstructed.</summary>
public sealed record ReconstructionSettings
{
    private readonly int _fewestHits = 20;
    private readonly int _mostIterations = 40;
    private readonly double _toleranceRatio = 1e-4;

    /// <summary>What is used of an event; default everything.</summary>
    public ReconstructionMode Mode { get; init; } = ReconstructionMode.Full;

    /// <summary>Events with fewer usable hits are not reconstructed; at least 5, default 20.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 5.</exception>
    public int FewestHits
    {
        get => _fewestHits;
        init => _fewestHits = value >= 5 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A vertex with energy and time needs 5 hits or more.");
    }

    /// <summary>Most steps of one maximisation; 1 to 1000, default 40.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range.</exception>
    public int MostIterations
    {
        get => _mostIterations;
        init => _mostIterations = value is >= 1 and <= 1000 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "1 to 1000 steps are possible.");
    }

    /// <summary>A maximum is found when twice the expected gain of the next step is below this: 1e-4 (default) is a hundredth of a standard error; 1e-12 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range.</exception>
    public double ToleranceRatio
    {
        get => _toleranceRatio;
        init => _toleranceRatio = value is >= 1e-12 and <= 1.0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A tolerance from 1e-12 to 1 is needed.");
    }
}
