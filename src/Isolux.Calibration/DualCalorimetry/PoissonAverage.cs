using MathNet.Numerics;

namespace Isolux.Calibration.DualCalorimetry;

/// <summary>The mean of a function of a Poisson number.</summary>
internal static class PoissonAverage
{
    private const double ReachSigmas = 9.0;

    /// <summary>Sum over n of P(n; mean) f(n), over the counts within 9 sigma (and at least 12 above the mean): complete to 1e-12.</summary>
    public static double Of(double mean, Func<double, double> function)
    {
        double reach = (ReachSigmas * Math.Sqrt(mean)) + 12.0;
        int first = (int)Math.Max(0.0, Math.Floor(mean - reach));
        int last = (int)Math.Ceiling(mean + reach);
        double probability = Math.Exp((first * Math.Log(mean)) - mean - SpecialFunctions.GammaLn(first + 1.0));
        double sum = 0;
        for (int n = first; n <= last; n++)
        {
            sum += probability * function(n);
            probability *= mean / (n + 1.0);
        }

        return sum;
    }
}
