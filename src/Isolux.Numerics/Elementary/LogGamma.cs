namespace Isolux.Numerics.Elementary;

/// <summary>
/// Logarithm of the gamma function for event code: Stirling's series above 10, the recurrence
/// Gamma(x + 1) = x Gamma(x) below (Abramowitz and Stegun 6.1.41 and 6.1.15). Only IEEE operations and
/// <see cref="Elementary64.Log"/>, so the bits do not depend on the machine.
/// </summary>
public static class LogGamma
{
    private const double HalfLogTwoPi = 0.91893853320467274178;
    private const double SeriesStart = 10.0;

    /// <summary>ln Gamma(x) for x &gt; 0; error below 1e-14 + 1e-14 |ln Gamma(x)|.</summary>
    /// <exception cref="ArgumentOutOfRangeException">x is not positive or not finite.</exception>
    public static double Evaluate(double x)
    {
        if (!(x > 0) || double.IsInfinity(x))
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, $"ln Gamma needs a positive finite argument (it is {x}).");
        }

        double product = 1.0;
        while (x < SeriesStart)
        {
            product *= x;
            x += 1.0;
        }

        double inverse = 1.0 / x;
        double z = inverse * inverse;
        double series = 1.0 / 156.0;
        series = Math.FusedMultiplyAdd(series, z, -691.0 / 360360.0);
        series = Math.FusedMultiplyAdd(series, z, 1.0 / 1188.0);
        series = Math.FusedMultiplyAdd(series, z, -1.0 / 1680.0);
        series = Math.FusedMultiplyAdd(series, z, 1.0 / 1260.0);
        series = Math.FusedMultiplyAdd(series, z, -1.0 / 360.0);
        series = Math.FusedMultiplyAdd(series, z, 1.0 / 12.0);
        double stirling = Math.FusedMultiplyAdd(x - 0.5, Elementary64.Log(x), -x) + HalfLogTwoPi + (series * inverse);
        return product == 1.0 ? stirling : stirling - Elementary64.Log(product);
    }
}
