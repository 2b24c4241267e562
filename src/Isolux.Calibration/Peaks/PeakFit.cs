using Isolux.Numerics.Fitting;

namespace Isolux.Calibration.Peaks;

/// <summary>A Gaussian peak: mean and sigma with errors in the unit of the data, the window used, and how well the Gaussian describes it.</summary>
/// <param name="Status">Whether the fit can be used.</param>
/// <param name="Mean">Peak position, unit of the data.</param>
/// <param name="MeanError">Statistical error of the mean.</param>
/// <param name="Sigma">Width of the Gaussian.</param>
/// <param name="SigmaError">Statistical error of the width.</param>
/// <param name="Rms">Standard deviation of the whole sample, tails included.</param>
/// <param name="WindowLow">Lower edge of the fitted window.</param>
/// <param name="WindowHigh">Upper edge of the fitted window.</param>
/// <param name="EventsInWindow">Events inside the window.</param>
/// <param name="Chi2">chi2 of the window, binned in 20 bins of equal width.</param>
/// <param name="Ndf">Degrees of freedom of <paramref name="Chi2"/>.</param>
public sealed record PeakFit(
    FitStatus Status,
    double Mean,
    double MeanError,
    double Sigma,
    double SigmaError,
    double Rms,
    double WindowLow,
    double WindowHigh,
    int EventsInWindow,
    double Chi2,
    int Ndf);
