using Isolux.Events.Samples;
using Isolux.Numerics.Fitting;

namespace Isolux.Calibration.Peaks;

/// <summary>
/// Finds and fits the full-absorption peak of a source line in photoelectron counts: the highest-lying bump of the smoothed spectrum starts the
/// Gaussian fit, so that the continuum of escaped energy below it, however large near the boundary, is not mistaken for the peak.
/// </summary>
public sealed class SourcePeakFinder(PeakFitSettings settings)
{
    private const double BinsPerSigma = 2.0;
    private const double ContentFraction = 0.25;
    private readonly GaussianPeakFitter _fitter = new(settings);

    /// <summary>
    /// Fits the peak of a sample. Where too few full events stand on too much continuum for two numbers to be fitted, the width is held at its expected value.
    /// </summary>
    /// <param name="sample">The events.</param>
    /// <param name="relativeWidthFraction">Expected sigma over mean.</param>
    public PeakFit Find(SourceSample sample, double relativeWidthFraction)
    {
        double[] values = new double[sample.Count];
        ReadOnlySpan<int> counts = sample.PhotoElectrons.Span;
        double highest = 0;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = counts[i];
            highest = Math.Max(highest, values[i]);
        }

        double startSigma = Math.Max(1.0, relativeWidthFraction * highest);
        double startMean = StartMean(values, highest, startSigma);
        PeakFit free = _fitter.Fit(values, startMean, startSigma);
        return free.Status == FitStatus.Converged ? free : _fitter.Fit(values, startMean, relativeWidthFraction * startMean, PeakWidth.Fixed);
    }

    private static double StartMean(ReadOnlySpan<double> values, double highest, double sigma)
    {
        double width = sigma / BinsPerSigma;
        int[] bins = new int[(int)(highest / width) + 2];
        foreach (double value in values)
        {
            bins[(int)(value / width)]++;
        }

        // From the top down: the first bin in which the smoothed content stops rising, once it is a fair part of what lies above half the end point.
        int largest = 0;
        for (int i = bins.Length / 2; i < bins.Length; i++)
        {
            largest = Math.Max(largest, Smooth(bins, i));
        }

        int bin = bins.Length - 1;
        while (bin > 1 && (Smooth(bins, bin) < ContentFraction * largest || Smooth(bins, bin - 1) > Smooth(bins, bin)))
        {
            bin--;
        }

        return (bin + 0.5) * width;
    }

    private static int Smooth(int[] bins, int index)
    {
        int sum = 0;
        for (int i = Math.Max(0, index - 1); i <= Math.Min(bins.Length - 1, index + 1); i++)
        {
            sum += bins[i];
        }

        return sum;
    }
}
