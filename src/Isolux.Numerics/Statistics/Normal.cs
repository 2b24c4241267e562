using MathNet.Numerics;

namespace Isolux.Numerics.Statistics;

/// <summary>The standard normal distribution, for limits and p-values. Not for event code.</summary>
public static class Normal
{
    private const double Sqrt2 = 1.4142135623730951;

    /// <summary>Probability of a value below z.</summary>
    public static double Cumulative(double z) => 0.5 * SpecialFunctions.Erfc(-z / Sqrt2);

    /// <summary>Probability of a deviation of at least |z| to either side.</summary>
    public static double TwoSidedProbability(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Sqrt2);

    /// <summary>The value below which the given probability in (0, 1) lies.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not inside (0, 1).</exception>
    public static double Quantile(double probability)
    {
        RequireOpenUnit(probability);
        return -Sqrt2 * SpecialFunctions.ErfcInv(2.0 * probability);
    }

    /// <summary>The deviation that is exceeded to either side with the given probability: 1.96 for 0.05.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not inside (0, 1).</exception>
    public static double TwoSidedLimit(double probability)
    {
        RequireOpenUnit(probability);
        return Sqrt2 * SpecialFunctions.ErfcInv(probability);
    }

    private static void RequireOpenUnit(double probability)
    {
        if (!(probability > 0 && probability < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, $"A probability inside (0, 1) is needed (it is {probability}).");
        }
    }
}
