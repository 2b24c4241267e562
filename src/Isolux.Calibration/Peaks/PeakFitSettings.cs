namespace Isolux.Calibration.Peaks;

/// <summary>How a peak is fitted.</summary>
public sealed record PeakFitSettings
{
    /// <summary>A full-absorption peak or a resolution curve: Gaussian within +-2 sigma, iterated.</summary>
    public static PeakFitSettings Symmetric { get; } = new();

    /// <summary>
    /// A source peak on a continuum of escaped energy: from 1 sigma below to 2.5 sigma above, the same window at every point so that the
    /// small skewness of the line cancels in ratios.
    /// </summary>
    public static PeakFitSettings AboveEscapeTail { get; } = new() { SigmasBelow = 1.0, SigmasAbove = 2.5 };

    private readonly double _sigmasBelow = 2.0;
    private readonly double _sigmasAbove = 2.0;

    /// <summary>Lower edge of the window in sigmas below the mean; 0.5 to 5, default 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range.</exception>
    public double SigmasBelow
    {
        get => _sigmasBelow;
        init => _sigmasBelow = value is >= 0.5 and <= 5 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The window reaches 0.5 to 5 sigmas below the mean.");
    }

    /// <summary>Upper edge of the window in sigmas above the mean; 0.5 to 5, default 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range.</exception>
    public double SigmasAbove
    {
        get => _sigmasAbove;
        init => _sigmasAbove = value is >= 0.5 and <= 5 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The window reaches 0.5 to 5 sigmas above the mean.");
    }

    private readonly double _granularity;

    /// <summary>
    /// Spacing of discrete data in its own unit (1 for photoelectron counts), so that windows and bins hold whole steps; 0 (default) for continuous data.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public double DataSpacing
    {
        get => _granularity;
        init => _granularity = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The spacing of the data is zero or positive.");
    }
}
