using Isolux.Numerics.Elementary;

namespace Isolux.Reconstruction.Likelihood;

/// <summary>Charge of one photoelectron in units of its mean: a Gaussian core, and with a probability an exponential on top of it.</summary>
/// <param name="Spread">Standard deviation of the whole.</param>
/// <param name="TailFraction">Probability of extra charge.</param>
/// <param name="TailMeanPe">Mean of the extra charge, PE.</param>
internal readonly record struct SinglePeShape(double Spread, double TailFraction, double TailMeanPe)
{
    private const double LeastSpread = 0.05;

    /// <summary>Logarithm of the density of the charge of n photoelectrons: for one the core and its tail, for more a Gaussian of the same mean and variance; without the factor 1/sqrt(2 pi).</summary>
    public double LogDensity(double chargePe, int n)
    {
        double spread = Math.Max(Spread, LeastSpread);
        if (n > 1 || TailFraction <= 0)
        {
            return Gaussian(chargePe - n, n * spread * spread);
        }

        // Variance of the tail part: f m^2 (2 - f).
        double coreVariance = Math.Max(LeastSpread * LeastSpread, (spread * spread) - (TailFraction * TailMeanPe * TailMeanPe * (2.0 - TailFraction)));
        double core = Math.Sqrt(coreVariance);
        double x = chargePe - (1.0 - (TailFraction * TailMeanPe));

        // Exponentially modified Gaussian, its error function as a logistic one (good to 1 % of the maximum).
        double z = (x / core) - (core / TailMeanPe);
        double exponent = Math.Min(0.0, (0.5 * coreVariance / (TailMeanPe * TailMeanPe)) - (x / TailMeanPe));
        double rising = 1.0 / (1.0 + Elementary64.Exp(-1.702 * z));
        const double RootTwoPi = 2.5066282746310002;
        double tail = TailFraction * RootTwoPi / TailMeanPe * Elementary64.Exp(exponent) * rising;
        return Elementary64.Log(((1.0 - TailFraction) * Elementary64.Exp(Gaussian(x, coreVariance))) + tail + 1e-300);
    }

    private static double Gaussian(double x, double variance) => (-0.5 * x * x / variance) - (0.5 * Elementary64.Log(variance));
}
