namespace Isolux.Numerics.Statistics;

/// <summary>
/// One-sample Kolmogorov-Smirnov test against a continuous distribution. Not for event code.
/// M. A. Stephens, J. R. Stat. Soc. B 32 (1970) 115 for the finite-sample argument.
/// </summary>
public static class KolmogorovSmirnov
{
    /// <summary>Largest distance between the empirical and the expected cumulative distribution.</summary>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static double Statistic(IEnumerable<double> values, Func<double, double> cumulative)
    {
        ArgumentNullException.ThrowIfNull(cumulative);
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0)
        {
            throw new ArgumentException("A Kolmogorov-Smirnov test needs at least one value.", nameof(values));
        }

        double distance = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            double expected = cumulative(sorted[i]);
            double above = ((i + 1.0) / sorted.Length) - expected;
            double below = expected - ((double)i / sorted.Length);
            distance = Math.Max(distance, Math.Max(above, below));
        }

        return distance;
    }

    /// <summary>p-value: probability of a distance at least this large in a sample of the given size (good to a percent from 5 values on).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sample is empty.</exception>
    public static double UpperTailProbability(double distance, int sampleSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleSize);
        double root = Math.Sqrt(sampleSize);
        double argument = (root + 0.12 + (0.11 / root)) * distance;
        if (argument < 0.3)
        {
            return 1.0; // 1 - 1e-5 or closer, and the alternating series would converge slowly.
        }

        double sum = 0;
        double sign = 1.0;
        for (int k = 1; k <= 100; k++)
        {
            double term = Math.Exp(-2.0 * k * k * argument * argument);
            sum += sign * term;
            sign = -sign;
            if (term < 1e-16)
            {
                break;
            }
        }

        return Math.Clamp(2.0 * sum, 0.0, 1.0);
    }
}
