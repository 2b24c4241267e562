using MathNet.Numerics;

namespace Isolux.Calibration.Peaks;

/// <summary>
/// Density of a line whose gammas may lose energy before they reach the scintillator: a Gaussian, and an exponential and a flat tail on (0, mean) convolved with the
/// Gaussian's width.
/// </summary>
internal readonly struct TailedPeakShape(double mean, double sigma, double exponentialFraction, double decayLength, double flatFraction)
{
    public double Density(double x)
    {
        double density = (1.0 - exponentialFraction - flatFraction) * Gaussian(x, mean, sigma);
        density += exponentialFraction > 0 ? exponentialFraction * Exponential(x) : 0.0;
        return flatFraction > 0 ? density + (flatFraction * Flat(x)) : density;
    }

    public static double Gaussian(double x, double mean, double sigma)
    {
        double pull = (x - mean) / sigma;
        return Math.Exp(-0.5 * pull * pull) / (sigma * Math.Sqrt(2.0 * Math.PI));
    }

    // exp((t - mean)/length) / (length (1 - exp(-mean/length))) on (0, mean), convolved.
    private double Exponential(double x)
    {
        double scale = Math.Sqrt(2.0) * sigma;
        double shift = sigma / (Math.Sqrt(2.0) * decayLength);
        double window = SpecialFunctions.Erfc(((x - mean) / scale) + shift) - SpecialFunctions.Erfc((x / scale) + shift);
        double norm = decayLength * (1.0 - Math.Exp(-mean / decayLength));
        return 0.5 * Math.Exp(((x - mean) / decayLength) + (shift * shift)) * window / norm;
    }

    private double Flat(double x)
    {
        double scale = Math.Sqrt(2.0) * sigma;
        return 0.5 * (SpecialFunctions.Erfc((x - mean) / scale) - SpecialFunctions.Erfc(x / scale)) / mean;
    }
}
