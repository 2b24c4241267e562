using Isolux.Numerics.Interpolation;

namespace Isolux.Numerics.Distributions;

/// <summary>
/// A probability density given at the nodes of a grid and linear between them (zero outside), such as an emission
/// spectrum. The cumulative distribution is inverted exactly, cell by cell, with one square root.
/// </summary>
public sealed class TabulatedDensity
{
    private readonly double[] _x;
    private readonly double[] _density;
    private readonly double[] _cumulative;
    private readonly int[] _guide;

    /// <summary>Builds the density from values that need not be normalised.</summary>
    /// <param name="x">Nodes, strictly increasing, at least two.</param>
    /// <param name="density">Values at the nodes, not negative, not all zero.</param>
    /// <exception cref="ArgumentException">The table is too short, not increasing, negative, not finite or zero everywhere.</exception>
    public TabulatedDensity(ReadOnlySpan<double> x, ReadOnlySpan<double> density)
    {
        if (x.Length < 2 || x.Length != density.Length)
        {
            throw new ArgumentException($"A density needs two nodes or more and a value at each (got {x.Length} and {density.Length}).");
        }

        _x = x.ToArray();
        _density = density.ToArray();
        _cumulative = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            if (!double.IsFinite(x[i]) || !double.IsFinite(density[i]) || density[i] < 0)
            {
                throw new ArgumentException($"Node {i} of the density is not finite or negative ({x[i]}, {density[i]}).");
            }

            if (i > 0)
            {
                if (x[i] <= x[i - 1])
                {
                    throw new ArgumentException($"Nodes must increase (node {i}: {x[i]} after {x[i - 1]}).");
                }

                _cumulative[i] = _cumulative[i - 1] + (0.5 * (x[i] - x[i - 1]) * (density[i] + density[i - 1]));
            }
        }

        double area = _cumulative[^1];
        if (!(area > 0) || double.IsInfinity(area))
        {
            throw new ArgumentException($"A density needs a positive finite area (it is {area}).");
        }

        for (int i = 0; i < _x.Length; i++)
        {
            _density[i] /= area;
            _cumulative[i] /= area;
        }

        _cumulative[^1] = 1.0;
        _guide = BuildGuide();
    }

    /// <summary>Builds the density from the samples of a curve, linear between them.</summary>
    /// <exception cref="ArgumentException">As for the other constructor.</exception>
    public TabulatedDensity(SampledCurve curve)
        : this(curve.Abscissae.AsSpan(), curve.Ordinates.AsSpan())
    {
    }

    /// <summary>Lower end of the grid.</summary>
    public double Lower => _x[0];

    /// <summary>Upper end of the grid.</summary>
    public double Upper => _x[^1];

    /// <summary>The normalised density at x.</summary>
    public double Density(double x)
    {
        if (!(x >= _x[0] && x <= _x[^1]))
        {
            return 0.0;
        }

        int cell = CellOf(x);
        double fraction = (x - _x[cell]) / (_x[cell + 1] - _x[cell]);
        return _density[cell] + (fraction * (_density[cell + 1] - _density[cell]));
    }

    /// <summary>Probability of a value below x.</summary>
    public double Cumulative(double x)
    {
        if (x <= _x[0])
        {
            return 0.0;
        }

        if (x >= _x[^1])
        {
            return 1.0;
        }

        int cell = CellOf(x);
        double step = x - _x[cell];
        double slope = (_density[cell + 1] - _density[cell]) / (_x[cell + 1] - _x[cell]);
        return _cumulative[cell] + (step * (_density[cell] + (0.5 * slope * step)));
    }

    /// <summary>The value below which the given probability in [0, 1] lies: a sample when the argument is uniform.</summary>
    public double Sample(double uniform)
    {
        int cell = _guide[Math.Clamp((int)(uniform * _guide.Length), 0, _guide.Length - 1)];
        while (cell < _x.Length - 2 && _cumulative[cell + 1] <= uniform)
        {
            cell++;
        }

        double width = _x[cell + 1] - _x[cell];
        double area = uniform - _cumulative[cell];
        double first = _density[cell];
        double slope = (_density[cell + 1] - first) / width;

        // The root of area = first s + slope s^2 / 2 in the form that does not cancel for either sign of the slope.
        double denominator = first + Math.Sqrt(Math.Max(0.0, (first * first) + (2.0 * slope * area)));
        double step = denominator > 0 ? 2.0 * area / denominator : 0.0;
        return Math.Clamp(_x[cell] + step, _x[cell], _x[cell + 1]);
    }

    /// <summary>
    /// A sample of the density restricted to values at or above a bound, as for re-emission, which never gains energy.
    /// Where nothing of the density lies above the bound, the bound itself.
    /// </summary>
    public double SampleAbove(double lowerBound, double uniform)
    {
        double below = Cumulative(lowerBound);
        return below < 1.0 ? Math.Max(lowerBound, Sample(below + (uniform * (1.0 - below)))) : lowerBound;
    }

    // The first cell that can hold a cumulative probability of k / length: sampling then looks at one or two cells.
    private int[] BuildGuide()
    {
        int[] guide = new int[2 * _x.Length];
        int cell = 0;
        for (int k = 0; k < guide.Length; k++)
        {
            double probability = (double)k / guide.Length;
            while (cell < _x.Length - 2 && _cumulative[cell + 1] <= probability)
            {
                cell++;
            }

            guide[k] = cell;
        }

        return guide;
    }

    private int CellOf(double x)
    {
        int found = Array.BinarySearch(_x, x);
        int cell = found >= 0 ? found : ~found - 1;
        return Math.Min(cell, _x.Length - 2);
    }
}
