using System.Collections.Immutable;

namespace Isolux.Numerics.Interpolation;

/// <summary>
/// Cubic B-splines on a clamped knot vector: at any point four of them differ from zero and they sum to one, so a
/// function is a short scalar product and fitting its coefficients is linear regression. C. de Boor, A Practical Guide to Splines, ch. X.
/// </summary>
public sealed class CubicBSplineBasis
{
    /// <summary>Basis functions that differ from zero at a point.</summary>
    public const int Support = 4;

    private const int Degree = 3;
    private readonly double[] _breaks;
    private readonly double[] _knots;

    /// <summary>The basis whose polynomial pieces meet at the given breakpoints; the first and last carry four knots each.</summary>
    /// <exception cref="ArgumentException">There are fewer than two breakpoints, or they are not finite and increasing.</exception>
    public CubicBSplineBasis(ReadOnlySpan<double> breakpoints)
    {
        if (breakpoints.Length < 2)
        {
            throw new ArgumentException($"A spline basis needs two breakpoints or more (got {breakpoints.Length}).", nameof(breakpoints));
        }

        for (int i = 0; i < breakpoints.Length; i++)
        {
            if (!double.IsFinite(breakpoints[i]) || (i > 0 && breakpoints[i] <= breakpoints[i - 1]))
            {
                throw new ArgumentException($"Breakpoints must be finite and increase (breakpoint {i} is {breakpoints[i]}).", nameof(breakpoints));
            }
        }

        _breaks = breakpoints.ToArray();
        _knots = [.. Enumerable.Repeat(_breaks[0], Degree), .. _breaks, .. Enumerable.Repeat(_breaks[^1], Degree)];
    }

    /// <summary>Number of basis functions: intervals + 3.</summary>
    public int Count => _breaks.Length + Degree - 1;

    /// <summary>
    /// Means of the three inner knots of every basis function. A function's values there, taken as coefficients, give Schoenberg's spline: positive where the function is, exact for
    /// straight lines, smoothed by about a sixth of the squared interval times the second derivative. M. Marsden, J. Approx. Theory 3 (1970) 7.
    /// </summary>
    public ImmutableArray<double> GrevilleAbscissae => [.. Enumerable.Range(0, Count).Select(i => (_knots[i + 1] + _knots[i + 2] + _knots[i + 3]) / 3.0)];

    /// <summary>The breakpoints.</summary>
    public ImmutableArray<double> Breakpoints => [.. _breaks];

    /// <summary>A basis with intervals of equal length.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no interval or the range is empty.</exception>
    public static CubicBSplineBasis Uniform(double lower, double upper, int intervals)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(intervals);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(upper, lower);
        double[] breaks = new double[intervals + 1];
        for (int i = 0; i <= intervals; i++)
        {
            breaks[i] = i == intervals ? upper : lower + ((upper - lower) * i / intervals);
        }

        return new CubicBSplineBasis(breaks);
    }

    /// <summary>The four values that differ from zero at x (clamped into the range).</summary>
    /// <param name="x">Where.</param>
    /// <param name="values">Receives the four values.</param>
    /// <returns>Index of the first of the four basis functions.</returns>
    public int Evaluate(double x, Span<double> values)
    {
        int first = IntervalOf(ref x);
        Evaluate(x, first, Degree, values);
        return first;
    }

    /// <summary>First derivatives of the four basis functions at x (clamped into the range), arranged as by <see cref="Evaluate(double, Span{double})"/>.</summary>
    public int EvaluateDerivative(double x, Span<double> derivatives)
    {
        int first = IntervalOf(ref x);
        Span<double> quadratic = stackalloc double[Degree];
        Evaluate(x, first, Degree - 1, quadratic);

        // de Boor X(12): B'_{i,3} = 3 (B_{i,2}/(t_{i+3} - t_i) - B_{i+1,2}/(t_{i+4} - t_{i+1})).
        double before = 0;
        for (int j = 0; j < Degree; j++)
        {
            double term = Degree * quadratic[j] / (_knots[first + j + 1 + Degree] - _knots[first + j + 1]);
            derivatives[j] = before - term;
            before = term;
        }

        derivatives[Degree] = before;
        return first;
    }

    /// <summary>The spline with the given coefficients at x.</summary>
    /// <exception cref="ArgumentException">The number of coefficients is not <see cref="Count"/>.</exception>
    public double EvaluateSpline(double x, ReadOnlySpan<double> coefficients)
    {
        if (coefficients.Length != Count)
        {
            throw new ArgumentException($"This basis has {Count} coefficients (got {coefficients.Length}).", nameof(coefficients));
        }

        Span<double> values = stackalloc double[Support];
        int first = Evaluate(x, values);
        return (values[0] * coefficients[first]) + (values[1] * coefficients[first + 1])
            + (values[2] * coefficients[first + 2]) + (values[3] * coefficients[first + 3]);
    }

    // Cox-de Boor triangle for the B-splines of the given degree on [t_k, t_k+1) with k = interval + 3.
    private void Evaluate(double x, int interval, int degree, Span<double> values)
    {
        int k = interval + Degree;
        Span<double> left = stackalloc double[Degree + 1];
        Span<double> right = stackalloc double[Degree + 1];
        values[0] = 1.0;
        for (int j = 1; j <= degree; j++)
        {
            left[j] = x - _knots[k + 1 - j];
            right[j] = _knots[k + j] - x;
            double saved = 0;
            for (int r = 0; r < j; r++)
            {
                double term = values[r] / (right[r + 1] + left[j - r]);
                values[r] = saved + (right[r + 1] * term);
                saved = left[j - r] * term;
            }

            values[j] = saved;
        }
    }

    private int IntervalOf(ref double x)
    {
        x = Math.Clamp(x, _breaks[0], _breaks[^1]);
        int found = Array.BinarySearch(_breaks, x);
        return Math.Clamp(found >= 0 ? found : ~found - 1, 0, _breaks.Length - 2);
    }
}
