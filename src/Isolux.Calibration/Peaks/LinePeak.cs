using System.Collections.Immutable;
using Isolux.Numerics.Fitting;

namespace Isolux.Calibration.Peaks;

/// <summary>A fitted source line, with what is needed to draw and to judge it.</summary>
public sealed record LinePeak
{
    /// <summary>How the minimiser ended.</summary>
    public required FitStatus Status { get; init; }

    /// <summary>Why the line must not be used; empty where it may.</summary>
    public required string Refusal { get; init; }

    /// <summary>Whether the line may be used.</summary>
    public bool IsAccepted => Refusal.Length == 0;

    /// <summary>Position of the full-absorption peak, unit of the data.</summary>
    public required double Mean { get; init; }

    /// <summary>Statistical error of the mean.</summary>
    public required double MeanError { get; init; }

    /// <summary>Width of the full-absorption peak.</summary>
    public required double Sigma { get; init; }

    /// <summary>Statistical error of the width.</summary>
    public required double SigmaError { get; init; }

    /// <summary>Events in the exponential tail over all of the line; 0 where the data do not ask for it.</summary>
    public double ExponentialFraction { get; init; }

    /// <summary>Events in the flat tail over all of the line; 0 where the data do not ask for it.</summary>
    public double FlatFraction { get; init; }

    /// <summary>chi2 over bins of at least 20 events (a Gaussian's: 20 bins of equal width).</summary>
    public required double Chi2 { get; init; }

    /// <summary>Degrees of freedom of <see cref="Chi2"/>.</summary>
    public required int Ndf { get; init; }

    /// <summary>Probability of a chi2 at least this large.</summary>
    public required double PValue { get; init; }

    /// <summary>Lower end of the fitted range.</summary>
    public required double WindowLow { get; init; }

    /// <summary>Upper end of the fitted range.</summary>
    public required double WindowHigh { get; init; }

    /// <summary>The spectrum in cells of equal width with what the fit expects; a Gaussian's reaches beyond its window.</summary>
    public required ImmutableArray<PeakInterval> Spectrum { get; init; }
}
