using Isolux.Numerics.Interpolation;
using Isolux.Quantities;

namespace Isolux.Calibration.NonUniformity;

/// <summary>
/// What the map g(r, theta) leaves, as terms over the whole volume: response over g minus 1, angular terms in shells of equal volume, linear in r^3 between their middles.
/// </summary>
public sealed class ResidualResponse
{
    private readonly SphericalHarmonics _harmonics;
    private readonly double _radiusMm;
    private readonly double[][] _terms;
    private readonly double[] _variances;

    internal ResidualResponse(SphericalHarmonics harmonics, double radiusMm, double[][] terms, double[] variances)
    {
        _harmonics = harmonics;
        _radiusMm = radiusMm;
        _terms = terms;
        _variances = variances;
    }

    /// <summary>Residual at a point (fraction); beyond the middles of the innermost and outermost shells theirs.</summary>
    public double Evaluate(Position point)
    {
        (int shell, double fraction) = Place(point.RadiusMm);
        double inverse = point.RadiusMm > 0 ? 1.0 / point.RadiusMm : 0.0;
        Span<double> values = stackalloc double[_harmonics.Count];
        _harmonics.Fill(point.XMm * inverse, point.YMm * inverse, point.RadiusMm > 0 ? point.ZMm * inverse : 1.0, values);
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += (_terms[shell][i] + (fraction * (_terms[shell + 1][i] - _terms[shell][i]))) * values[i];
        }

        return sum;
    }

    /// <summary>Standard error of the residual at a radius (mm), averaged over directions: what is left of the statistical error after shrinking.</summary>
    public double StandardError(double radiusMm)
    {
        (int shell, double fraction) = Place(radiusMm);
        return Math.Sqrt(((1.0 - fraction) * (1.0 - fraction) * _variances[shell]) + (fraction * fraction * _variances[shell + 1]));
    }

    private (int Shell, double Fraction) Place(double radiusMm)
    {
        double x = radiusMm / _radiusMm;
        double place = Math.Clamp((x * x * x * _terms.Length) - 0.5, 0.0, _terms.Length - 1.0);
        int shell = Math.Min((int)place, _terms.Length - 2);
        return (shell, place - shell);
    }
}
