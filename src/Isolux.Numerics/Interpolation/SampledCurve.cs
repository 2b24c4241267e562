using System.Collections.Immutable;

namespace Isolux.Numerics.Interpolation;

/// <summary>A tabulated function y(x), constant beyond its ends.</summary>
public sealed class SampledCurve
{
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly CurveInterpolation _interpolation;

    /// <summary>Builds the curve from at least one sample.</summary>
    /// <param name="x">Abscissae, strictly increasing.</param>
    /// <param name="y">Ordinates, one per abscissa; positive for logarithmic interpolation.</param>
    /// <param name="interpolation">How values between samples are found.</param>
    /// <exception cref="ArgumentException">The lengths differ, a value is not finite, x does not increase, or y is not positive where a logarithm is taken.</exception>
    public SampledCurve(ReadOnlySpan<double> x, ReadOnlySpan<double> y, CurveInterpolation interpolation = CurveInterpolation.Linear)
    {
        if (x.Length == 0 || x.Length != y.Length)
        {
            throw new ArgumentException($"A curve needs as many ordinates as abscissae and at least one (got {x.Length} and {y.Length}).");
        }

        for (int i = 0; i < x.Length; i++)
        {
            if (!double.IsFinite(x[i]) || !double.IsFinite(y[i]))
            {
                throw new ArgumentException($"Sample {i} of the curve is not finite ({x[i]}, {y[i]}).");
            }

            if (i > 0 && x[i] <= x[i - 1])
            {
                throw new ArgumentException($"Abscissae must increase (sample {i}: {x[i]} after {x[i - 1]}).");
            }

            if (interpolation != CurveInterpolation.Linear && (y[i] <= 0 || (interpolation == CurveInterpolation.LogLog && x[i] <= 0)))
            {
                throw new ArgumentException($"Logarithmic interpolation needs positive values (sample {i}: {x[i]}, {y[i]}).");
            }
        }

        _x = x.ToArray();
        _y = y.ToArray();
        _interpolation = interpolation;
    }

    /// <summary>The abscissae.</summary>
    public ImmutableArray<double> Abscissae => [.. _x];

    /// <summary>The ordinates.</summary>
    public ImmutableArray<double> Ordinates => [.. _y];

    /// <summary>A constant function.</summary>
    public static SampledCurve Constant(double value) => new([0.0], [value]);

    /// <summary>The interpolated value; the end values outside the table.</summary>
    public double Evaluate(double x)
    {
        if (x <= _x[0])
        {
            return _y[0];
        }

        if (x >= _x[^1])
        {
            return _y[^1];
        }

        int upper = Array.BinarySearch(_x, x);
        if (upper >= 0)
        {
            return _y[upper];
        }

        upper = ~upper;
        int lower = upper - 1;
        if (_interpolation == CurveInterpolation.LogLog)
        {
            double logFraction = Math.Log(x / _x[lower]) / Math.Log(_x[upper] / _x[lower]);
            return _y[lower] * Math.Exp(logFraction * Math.Log(_y[upper] / _y[lower]));
        }

        double fraction = (x - _x[lower]) / (_x[upper] - _x[lower]);
        return _interpolation == CurveInterpolation.LogLinear
            ? _y[lower] * Math.Exp(fraction * Math.Log(_y[upper] / _y[lower]))
            : _y[lower] + (fraction * (_y[upper] - _y[lower]));
    }

    /// <summary>The same abscissae with every ordinate multiplied by a factor.</summary>
    public SampledCurve Scale(double factor)
    {
        double[] scaled = Array.ConvertAll(_y, value => value * factor);
        return new SampledCurve(_x, scaled, _interpolation);
    }
}
