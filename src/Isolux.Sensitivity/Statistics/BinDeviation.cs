namespace Isolux.Sensitivity.Statistics;

/// <summary>Contribution of one bin to what is minimised, with its slope and a positive curvature by the expectation.</summary>
/// <param name="Chi2">Contribution.</param>
/// <param name="SlopeValue">Its derivative by the expected count.</param>
/// <param name="CurvatureValue">Expected second derivative (Gauss-Newton).</param>
internal readonly record struct BinDeviation(double Chi2, double SlopeValue, double CurvatureValue)
{
    /// <summary>The contribution of a bin.</summary>
    /// <param name="form">What is minimised.</param>
    /// <param name="observed">Observed events; not an integer for Asimov data.</param>
    /// <param name="expected">Expected events.</param>
    /// <param name="variance">Uncorrelated variance of the expectation.</param>
    public static BinDeviation Of(ChiSquareForm form, double observed, double expected, double variance) => form switch
    {
        ChiSquareForm.Pearson => Quadratic(observed, expected, expected + variance, 1.0),
        ChiSquareForm.CombinedNeymanPearson => Combined(observed, expected, variance),
        _ => Likelihood(observed, expected, variance),
    };

    private static BinDeviation Quadratic(double observed, double expected, double variance, double varianceSlope)
    {
        double residual = expected - observed;
        double chi2 = residual * residual / variance;
        return new(chi2, ((2.0 * residual) - (chi2 * varianceSlope)) / variance, 2.0 / variance);
    }

    private static BinDeviation Combined(double observed, double expected, double variance)
    {
        // An empty bin has no Neyman variance; the Poisson likelihood, to which the form is an approximation, takes its place.
        if (observed <= 0)
        {
            return Likelihood(0.0, expected, variance);
        }

        double precision = ((1.0 / observed) + (2.0 / expected)) / 3.0;
        double total = (1.0 / precision) + variance;
        double slope = 2.0 / (3.0 * expected * expected * precision * precision);
        return Quadratic(observed, expected, total, slope);
    }

    // The bin's own relative error e has a prior of width s: min over e of 2[mu(1+e) - n + n ln(n/(mu(1+e)))] + e^2/s^2.
    private static BinDeviation Likelihood(double observed, double expected, double variance)
    {
        double s2 = variance / (expected * expected);
        double half = 0.5 * (1.0 - (expected * s2));
        double factor = s2 > 0 ? half + Math.Sqrt((half * half) + (observed * s2)) : 1.0;
        double mean = expected * factor;
        double logarithm = observed > 0 ? observed * Math.Log(observed / mean) : 0.0;
        double pull = s2 > 0 ? (factor - 1.0) * (factor - 1.0) / s2 : 0.0;

        // The error is relative to a frozen absolute variance: the pull changes with the expectation at fixed e.
        double slope = (2.0 * (factor - (observed / expected))) + (2.0 * pull / expected);
        return new((2.0 * (mean - observed + logarithm)) + pull, slope, 2.0 / (expected + variance));
    }
}
