namespace Isolux.Numerics.Interpolation;

/// <summary>
/// Natural cubic spline through points: twice continuously differentiable, without curvature at the ends, straight beyond them.
/// W. H. Press et al., Numerical Recipes, 3rd ed., section 3.3.
/// </summary>
public sealed class CubicSpline
{
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _curvature;

    /// <summary>Builds the spline through at least two points.</summary>
    /// <param name="x">Abscissae, strictly increasing.</param>
    /// <param name="y">Ordinates, one per abscissa.</param>
    /// <exception cref="ArgumentException">The lengths differ or are below two, a value is not finite, or x does not increase.</exception>
    public CubicSpline(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length < 2 || x.Length != y.Length)
        {
            throw new ArgumentException($"A spline needs as many ordinates as abscissae and at least two (got {x.Length} and {y.Length}).");
        }

        for (int i = 0; i < x.Length; i++)
        {
            if (!double.IsFinite(x[i]) || !double.IsFinite(y[i]))
            {
                throw new ArgumentException($"Point {i} of the spline is not finite ({x[i]}, {y[i]}).");
            }

            if (i > 0 && x[i] <= x[i - 1])
            {
                throw new ArgumentException($"Abscissae must increase (point {i}: {x[i]} after {x[i - 1]}).");
            }
        }

        _x = x.ToArray();
        _y = y.ToArray();
        _curvature = SolveCurvature(_x, _y);
    }

    /// <summary>The value at x.</summary>
    public double Evaluate(double x)
    {
        if (x < _x[0])
        {
            return _y[0] + ((x - _x[0]) * Derivative(_x[0]));
        }

        if (x > _x[^1])
        {
            return _y[^1] + ((x - _x[^1]) * Derivative(_x[^1]));
        }

        int i = IntervalOf(x);
        double width = _x[i + 1] - _x[i];
        double a = (_x[i + 1] - x) / width;
        double b = (x - _x[i]) / width;
        double bend = ((((a * a) - 1.0) * a * _curvature[i]) + (((b * b) - 1.0) * b * _curvature[i + 1])) * (width * width / 6.0);
        return (a * _y[i]) + (b * _y[i + 1]) + bend;
    }

    /// <summary>The first derivative at x.</summary>
    public double Derivative(double x)
    {
        double inside = Math.Clamp(x, _x[0], _x[^1]);
        int i = IntervalOf(inside);
        double width = _x[i + 1] - _x[i];
        double a = (_x[i + 1] - inside) / width;
        double b = (inside - _x[i]) / width;
        double bend = (((1.0 - (3.0 * a * a)) * _curvature[i]) + (((3.0 * b * b) - 1.0) * _curvature[i + 1])) * (width / 6.0);
        return ((_y[i + 1] - _y[i]) / width) + bend;
    }

    // Second derivatives at the points: a tridiagonal, diagonally dominant system.
    private static double[] SolveCurvature(double[] x, double[] y)
    {
        int last = x.Length - 1;
        double[] curvature = new double[x.Length];
        double[] upper = new double[x.Length];
        for (int i = 1; i < last; i++)
        {
            double left = x[i] - x[i - 1];
            double right = x[i + 1] - x[i];
            double slopeChange = ((y[i + 1] - y[i]) / right) - ((y[i] - y[i - 1]) / left);
            double pivot = (2.0 * (left + right)) - (left * upper[i - 1]);
            upper[i] = right / pivot;
            curvature[i] = ((6.0 * slopeChange) - (left * curvature[i - 1])) / pivot;
        }

        for (int i = last - 1; i > 0; i--)
        {
            curvature[i] -= upper[i] * curvature[i + 1];
        }

        return curvature;
    }

    private int IntervalOf(double x)
    {
        int found = Array.BinarySearch(_x, x);
        int interval = found >= 0 ? found : ~found - 1;
        return Math.Clamp(interval, 0, _x.Length - 2);
    }
}
