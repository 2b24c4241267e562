using MathNet.Numerics;

namespace Isolux.Numerics.Statistics;

/// <summary>The chi-squared distribution, for goodness of fit. Not for event code.</summary>
public static class ChiSquared
{
    /// <summary>p-value: probability of a chi2 at least this large, Q(ndf/2, chi2/2).</summary>
    /// <exception cref="ArgumentOutOfRangeException">chi2 is negative or NaN, or there is no degree of freedom.</exception>
    public static double UpperTailProbability(double chi2, int degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degreesOfFreedom);
        if (!(chi2 >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(chi2), chi2, $"chi2 cannot be negative or NaN (it is {chi2}).");
        }

        return double.IsInfinity(chi2) ? 0.0 : SpecialFunctions.GammaUpperRegularized(0.5 * degreesOfFreedom, 0.5 * chi2);
    }
}
