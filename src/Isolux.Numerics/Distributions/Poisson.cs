using Isolux.Numerics.Elementary;
using Isolux.Numerics.Random;

namespace Isolux.Numerics.Distributions;

/// <summary>
/// Exact Poisson numbers for any mean: inversion by sequential search below 10, above it the transformed rejection PTRS of
/// W. Hoermann, "The transformed rejection method for generating Poisson random variables",
/// Insurance: Mathematics and Economics 12 (1993) 39, whose cost does not grow with the mean.
/// </summary>
public static class Poisson
{
    /// <summary>The largest accepted mean; counts stay well inside 32 bits.</summary>
    public const double LargestMean = 1e9;

    private const double InversionLimit = 10.0;

    /// <summary>One Poisson number of the given mean (0 for mean 0).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mean is negative, NaN or above <see cref="LargestMean"/>.</exception>
    public static int Sample(double mean, ref RandomSequence random)
    {
        if (!(mean >= 0 && mean <= LargestMean))
        {
            throw new ArgumentOutOfRangeException(nameof(mean), mean, $"A Poisson mean lies in [0, {LargestMean:G}] (it is {mean}).");
        }

        return mean < InversionLimit ? Invert(mean, ref random) : Reject(mean, ref random);
    }

    private static int Invert(double mean, ref RandomSequence random)
    {
        if (mean == 0)
        {
            return 0;
        }

        double remaining = random.NextDouble();
        double probability = Elementary64.Exp(-mean);
        int count = 0;

        // The probability underflows long after any 52-bit uniform is used up; the bound stops rounding from looping on.
        while (remaining > probability && probability > 0)
        {
            remaining -= probability;
            count++;
            probability *= mean / count;
        }

        return count;
    }

    private static int Reject(double mean, ref RandomSequence random)
    {
        double logMean = Elementary64.Log(mean);
        double b = 0.931 + (2.53 * Math.Sqrt(mean));
        double a = -0.059 + (0.02483 * b);
        double inverseAlpha = 1.1239 + (1.1328 / (b - 3.4));
        double quickAcceptance = 0.9277 - (3.6224 / (b - 2.0));
        while (true)
        {
            double u = random.NextDouble() - 0.5;
            double v = random.NextDouble();
            double us = 0.5 - Math.Abs(u);
            double count = Math.Floor((((2.0 * a / us) + b) * u) + mean + 0.43);
            if (us >= 0.07 && v <= quickAcceptance)
            {
                return (int)count;
            }

            if (count < 0 || count > int.MaxValue || (us < 0.013 && v > us))
            {
                continue;
            }

            double proposal = Elementary64.Log(v * inverseAlpha / ((a / (us * us)) + b));
            if (proposal <= (count * logMean) - mean - LogGamma.Evaluate(count + 1.0))
            {
                return (int)count;
            }
        }
    }
}
