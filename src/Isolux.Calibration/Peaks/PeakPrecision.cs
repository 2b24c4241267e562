using Isolux.Numerics.Statistics;

namespace Isolux.Calibration.Peaks;

/// <summary>
/// How precisely a peak will be fitted, before there are data: the inverse Fisher information of a Gaussian truncated to the window of <see cref="GaussianPeakFitter"/>, both of its
/// numbers free (A. C. Cohen, Ann. Math. Stat. 21 (1950) 557).
/// </summary>
/// <param name="settings">The window.</param>
public sealed class PeakPrecision(PeakFitSettings settings)
{
    /// <summary>Standard error of the mean in units of sigma / sqrt(N), N being the events of the whole peak; 1 without a window.</summary>
    public double MeanErrorFactor { get; } = Of(-settings.SigmasBelow, settings.SigmasAbove);

    /// <summary>Standard error of the mean.</summary>
    /// <param name="sigma">Width of the peak, in the unit of the result.</param>
    /// <param name="count">Events of the whole peak.</param>
    public double MeanError(double sigma, double count) => MeanErrorFactor * sigma / Math.Sqrt(count);

    // The scores of mean and width of a standard normal number z in the window are z - E(z) and z^2 - E(z^2); their covariance is the information of one event inside.
    private static double Of(double low, double high)
    {
        double inside = Normal.Cumulative(high) - Normal.Cumulative(low);
        double[] moments = [1.0, 0.0, 0.0, 0.0, 0.0];
        for (int k = 1; k < moments.Length; k++)
        {
            double edge = (Math.Pow(low, k - 1) * Density(low)) - (Math.Pow(high, k - 1) * Density(high));
            moments[k] = (edge / inside) + (k > 1 ? (k - 1) * moments[k - 2] : 0.0);
        }

        double meanMean = moments[2] - (moments[1] * moments[1]);
        double meanWidth = moments[3] - (moments[1] * moments[2]);
        double widthWidth = moments[4] - (moments[2] * moments[2]);
        return Math.Sqrt(widthWidth / ((meanMean * widthWidth) - (meanWidth * meanWidth)) / inside);
    }

    private static double Density(double x) => Math.Exp(-0.5 * x * x) / Math.Sqrt(2.0 * Math.PI);
}
