using System.Collections.Immutable;
using Isolux.Calibration.Peaks;

namespace Isolux.Strategy.Report;

/// <summary>A histogram of photoelectrons with the peak fitted to it.</summary>
public sealed record PeakPicture
{
    /// <summary>What it is: source and place.</summary>
    public required string Title { get; init; }

    /// <summary>The bins, neighbours without gaps.</summary>
    public required ImmutableArray<PeakBin> Bins { get; init; }

    /// <summary>Lower end of the fitted range, PE.</summary>
    public required double FitFromPe { get; init; }

    /// <summary>Upper end of the fitted range, PE.</summary>
    public required double FitToPe { get; init; }

    /// <summary>Fitted mean, PE.</summary>
    public required double MeanPe { get; init; }

    /// <summary>Standard error of the mean, PE.</summary>
    public required double MeanErrorPe { get; init; }

    /// <summary>Fitted width, PE.</summary>
    public required double SigmaPe { get; init; }

    /// <summary>Standard error of the width, PE.</summary>
    public required double SigmaErrorPe { get; init; }

    /// <summary>Chi-squared of the fit.</summary>
    public required double ChiSquared { get; init; }

    /// <summary>Degrees of freedom of the fit.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>The picture of a fitted line in photoelectrons.</summary>
    /// <param name="title">What it is.</param>
    /// <param name="peak">The fit.</param>
    public static PeakPicture Of(string title, LinePeak peak)
    {
        ArgumentNullException.ThrowIfNull(peak);
        return new PeakPicture
        {
            Title = title,
            Bins = [.. peak.Spectrum.Select(bin => new PeakBin(bin.Low, bin.High, bin.Observed, bin.Expected))],
            FitFromPe = peak.WindowLow,
            FitToPe = peak.WindowHigh,
            MeanPe = peak.Mean,
            MeanErrorPe = peak.MeanError,
            SigmaPe = peak.Sigma,
            SigmaErrorPe = peak.SigmaError,
            ChiSquared = peak.Chi2,
            DegreesOfFreedom = peak.Ndf,
        };
    }
}
