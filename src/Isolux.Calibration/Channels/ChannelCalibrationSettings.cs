namespace Isolux.Calibration.Channels;

/// <summary>How laser runs are cut and judged.</summary>
public sealed record ChannelCalibrationSettings
{
    /// <summary>Time before the peak of all hits at which light begins, ns; default 45: beyond transit-time spread and offsets.</summary>
    public double SignalLeadNs { get; init; } = 45.0;

    /// <summary>Time after the start of the readout window that is left out of the dark rate, ns; default 10: offsets of channels shift the window.</summary>
    public double WindowMarginNs { get; init; } = 10.0;

    /// <summary>Largest mean occupancy of a run that calibrates a kind of channels; default 0.3. Where several runs stay below it, the brightest is used.</summary>
    public double LargestOccupancyFraction { get; init; } = 0.3;

    /// <summary>Pulses a channel must be expected to give to be calibrated; default 100. A cut on the pulses it gave would choose those that fluctuated up.</summary>
    public int LeastPulses { get; init; } = 100;

    /// <summary>A channel with fewer pulses than this fraction of what is expected is dead; default 0.05.</summary>
    public double DeadFraction { get; init; } = 0.05;

    /// <summary>A channel whose dark rate exceeds the median of its type by this factor, and by five standard deviations, is noisy; default 4.</summary>
    public double NoisyRatio { get; init; } = 4.0;

    /// <summary>Below this many counts the error of a count is taken from the mean of the type; default 400. An error from the count itself pulls low counts down.</summary>
    public int PooledBelow { get; init; } = 400;

    /// <summary>Threads of the fits, at least 1; no number depends on it.</summary>
    public int Threads { get; init; } = 1;
}
