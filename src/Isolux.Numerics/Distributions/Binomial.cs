using Isolux.Numerics.Elementary;
using Isolux.Numerics.Random;

namespace Isolux.Numerics.Distributions;

/// <summary>
/// Exact binomial numbers: inversion by sequential search while the mean (or that of the failures) is below 10, above it the transformed rejection BTRS of
/// W. Hoermann, "The generation of binomial random variates", J. Stat. Comput. Simul. 46 (1993) 101, whose cost does not grow with the mean.
/// </summary>
public static class Binomial
{
    private const double InversionLimit = 10.0;

    /// <summary>How many of <paramref name="trials"/> succeed.</summary>
    /// <param name="trials">Number of trials, not negative.</param>
    /// <param name="probability">Probability of success, 0 to 1.</param>
    /// <param name="random">Random numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">Trials are negative or the probability lies outside [0, 1].</exception>
    public static int Sample(int trials, double probability, ref RandomSequence random)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        if (!(probability >= 0 && probability <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, $"A probability lies in [0, 1] (it is {probability}).");
        }

        return probability <= 0.5 ? Rarer(trials, probability, ref random) : trials - Rarer(trials, 1.0 - probability, ref random);
    }

    private static int Rarer(int trials, double probability, ref RandomSequence random)
    {
        if (trials == 0 || probability == 0)
        {
            return 0;
        }

        return trials * probability < InversionLimit ? Invert(trials, probability, ref random) : Reject(trials, probability, ref random);
    }

    private static int Invert(int trials, double probability, ref RandomSequence random)
    {
        double odds = probability / (1.0 - probability);
        double term = Elementary64.Exp(trials * Elementary64.Log(1.0 - probability));
        double remaining = random.NextDouble();
        int count = 0;
        while (remaining > term && count < trials)
        {
            remaining -= term;
            count++;
            term *= odds * (trials - count + 1.0) / count;
        }

        return count;
    }

    private static int Reject(int trials, double probability, ref RandomSequence random)
    {
        double spread = Math.Sqrt(trials * probability * (1.0 - probability));
        double b = 1.15 + (2.53 * spread);
        double a = -0.0873 + (0.0248 * b) + (0.01 * probability);
        double centre = (trials * probability) + 0.5;
        double alpha = (2.83 + (5.1 / b)) * spread;
        double quickAcceptance = 0.92 - (4.2 / b);
        double logOdds = Elementary64.Log(probability / (1.0 - probability));
        double mode = Math.Floor((trials + 1.0) * probability);
        double norm = LogGamma.Evaluate(mode + 1.0) + LogGamma.Evaluate(trials - mode + 1.0);
        while (true)
        {
            double v = random.NextDouble();
            double u = random.NextDouble() - 0.5;
            double us = 0.5 - Math.Abs(u);
            double count = Math.Floor((((2.0 * a / us) + b) * u) + centre);
            if (us >= 0.07 && v <= quickAcceptance)
            {
                return (int)count;
            }

            if (count < 0 || count > trials)
            {
                continue;
            }

            double proposal = Elementary64.Log(v * alpha / ((a / (us * us)) + b));
            if (proposal <= norm - LogGamma.Evaluate(count + 1.0) - LogGamma.Evaluate(trials - count + 1.0) + ((count - mode) * logOdds))
            {
                return (int)count;
            }
        }
    }
}
