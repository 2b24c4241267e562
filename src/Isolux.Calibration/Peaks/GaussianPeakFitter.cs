using Isolux.Numerics.Fitting;
using MathNet.Numerics;

namespace Isolux.Calibration.Peaks;

/// <summary>
/// Maximum-likelihood fit of a Gaussian truncated to a window that moves with the fit: unbinned, needs only the first two moments inside the
/// window. The likelihood equations of a truncated normal (A. C. Cohen, Ann. Math. Stat. 21 (1950) 557) are solved by Newton's method; errors
/// come from the Fisher information of the truncated density.
/// </summary>
public sealed class GaussianPeakFitter(PeakFitSettings settings)
{
    private const int MaximumWindowIterations = 60;
    private const int MaximumNewtonIterations = 40;
    private const int Chi2Bins = 20;
    private const int LeastEvents = 30;
    private const int FreeIterations = 8;
    private const double WindowTolerance = 0.02;

    /// <summary>Fits the peak of a sample.</summary>
    /// <param name="values">Measured values, any order; at least 30 inside the window.</param>
    /// <param name="startMean">Where the peak is looked for first.</param>
    /// <param name="startSigma">First guess of its width, or its width where that is fixed.</param>
    /// <param name="width">Whether the width is fitted; where it is fixed its error is 0.</param>
    public PeakFit Fit(ReadOnlySpan<double> values, double startMean, double startSigma, PeakWidth width = PeakWidth.Free)
    {
        if (!(startSigma > 0) || !double.IsFinite(startMean))
        {
            return Failed(values, FitStatus.BadInput);
        }

        double mean = startMean;
        double sigma = startSigma;
        double windowMean = startMean;
        double windowSigma = startSigma;
        for (int iteration = 0; iteration < MaximumWindowIterations; iteration++)
        {
            double low = SnapBetweenValues(windowMean - (settings.SigmasBelow * windowSigma));
            double high = SnapBetweenValues(windowMean + (settings.SigmasAbove * windowSigma));
            WindowMoments moments = WindowMoments.Of(values, low, high);
            if (moments.Count < LeastEvents || !SolveTruncated(moments, low, high, width, ref mean, ref sigma, out double[] information))
            {
                return Failed(values, moments.Count < LeastEvents ? FitStatus.BadInput : FitStatus.NotConverged);
            }

            double lowShift = Math.Abs(mean - (settings.SigmasBelow * sigma) - low);
            double highShift = Math.Abs(mean + (settings.SigmasAbove * sigma) - high);
            if (Math.Max(lowShift, highShift) <= Math.Max(WindowTolerance * sigma, settings.DataSpacing))
            {
                return Accepted(values, mean, sigma, low, high, moments.Count, information);
            }

            // Few events make the window jump back and forth over single values; averaging it settles it between them.
            double relaxation = iteration < FreeIterations ? 1.0 : 0.5;
            windowMean += relaxation * (mean - windowMean);
            windowSigma += relaxation * (sigma - windowSigma);
        }

        return Failed(values, FitStatus.NotConverged);
    }

    private double SnapBetweenValues(double edge) =>
        settings.DataSpacing > 0 ? (Math.Floor(edge / settings.DataSpacing) + 0.5) * settings.DataSpacing : edge;

    private static bool SolveTruncated(WindowMoments moments, double low, double high, PeakWidth peakWidth, ref double mean, ref double sigma, out double[] information)
    {
        information = [];
        double mu = moments.Mean;
        double width = Math.Max(sigma, 1e-12);
        for (int iteration = 0; iteration < MaximumNewtonIterations; iteration++)
        {
            TruncatedNormal density = TruncatedNormal.At(mu, width, low, high);
            double meanResidual = moments.Mean - density.Mean;
            double secondResidual = moments.SecondAbout(mu) - density.SecondAbout;
            if (!double.IsFinite(meanResidual + secondResidual) || density.Determinant <= 0)
            {
                return false;
            }

            // The score of (mu, ln sigma) is (x - mu)/sigma^2 and ((x - mu)^2/sigma^2 - 1); its covariance is the information.
            double scoreMean = meanResidual / (width * width);
            double scoreWidth = secondResidual / (width * width);
            bool free = peakWidth == PeakWidth.Free;
            double stepMean = free
                ? ((density.Information11 * scoreMean) - (density.Information01 * scoreWidth)) / density.Determinant
                : scoreMean / density.Information00;
            double stepWidth = free ? ((density.Information00 * scoreWidth) - (density.Information01 * scoreMean)) / density.Determinant : 0.0;
            double damping = Math.Min(1.0, 0.5 / Math.Max(Math.Abs(stepMean) / width, Math.Abs(stepWidth)));
            mu += damping * stepMean;
            width *= Math.Exp(damping * stepWidth);
            if (Math.Abs(stepMean) < 1e-9 * width && Math.Abs(stepWidth) < 1e-9)
            {
                mean = mu;
                sigma = width;
                information = free
                    ? [moments.Count * density.Information00, moments.Count * density.Information01, moments.Count * density.Information11]
                    : [moments.Count * density.Information00, 0.0, double.PositiveInfinity];
                return true;
            }
        }

        return false;
    }

    private PeakFit Accepted(ReadOnlySpan<double> values, double mean, double sigma, double low, double high, int count, double[] information)
    {
        // Errors from the inverse of the 2 x 2 information; an infinite information of the width stands for a fixed one.
        double correlation = information[1] * information[1] / (information[0] * information[2]);
        double meanError = 1.0 / Math.Sqrt(information[0] * (1.0 - correlation));
        double sigmaError = sigma / Math.Sqrt(information[2] * (1.0 - correlation));
        (double chi2, int bins) = BinnedChi2(values, mean, sigma, low, high, count);
        return new PeakFit(FitStatus.Converged, mean, meanError, sigma, sigmaError, WindowMoments.Of(values, double.NegativeInfinity, double.PositiveInfinity).StandardDeviation, low, high, count, chi2, bins - 3);
    }

    private (double Chi2, int Bins) BinnedChi2(ReadOnlySpan<double> values, double mean, double sigma, double low, double high, int count)
    {
        double width = (high - low) / Chi2Bins;
        if (settings.DataSpacing > 0)
        {
            width = Math.Ceiling(width / settings.DataSpacing) * settings.DataSpacing;
        }

        int bins = (int)Math.Ceiling(((high - low) / width) - 1e-9);
        int[] observed = new int[bins];
        foreach (double value in values)
        {
            if (value >= low && value < high)
            {
                observed[Math.Min((int)((value - low) / width), bins - 1)]++;
            }
        }

        double norm = Cumulative((high - mean) / sigma) - Cumulative((low - mean) / sigma);
        double chi2 = 0;
        for (int bin = 0; bin < bins; bin++)
        {
            double left = low + (bin * width);
            double right = Math.Min(left + width, high);
            double expected = count * (Cumulative((right - mean) / sigma) - Cumulative((left - mean) / sigma)) / norm;
            chi2 += (observed[bin] - expected) * (observed[bin] - expected) / expected;
        }

        return (chi2, bins);
    }

    private static double Cumulative(double x) => 0.5 * SpecialFunctions.Erfc(-x / Math.Sqrt(2.0));

    private static PeakFit Failed(ReadOnlySpan<double> values, FitStatus status) => new(
        status,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        WindowMoments.Of(values, double.NegativeInfinity, double.PositiveInfinity).StandardDeviation,
        double.NaN,
        double.NaN,
        0,
        double.NaN,
        0);
}
