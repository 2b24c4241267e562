using MathNet.Numerics.LinearAlgebra;
using Lanes = System.Numerics.Vector<double>;

namespace Isolux.Numerics.Interpolation;

/// <summary>
/// A thin-plate spline at fixed smoothing whose points come and go one at a time, for choosing where to measure: the same spline as <see cref="ThinPlateSplineFit"/> with
/// that smoothing, as the posterior of a Gaussian process (Wahba 1990, section 1.5), whose mean and covariance follow by one rank-one update per point
/// (C. E. Rasmussen and C. K. I. Williams, Gaussian Processes for Machine Learning, MIT Press 2006, appendix A.3).
/// </summary>
/// <remarks>
/// Sites are the candidates first, then the targets where the spline is wanted. B = [K + S, T; T^T, 0] is the system of the spline (S = lambda sigma^2), t(a) a site's kernels and plane terms. Kept are B^-1, the
/// influences q(a) = B^-1 t(a), and the covariances k(a, c) of all sites with all candidates in units of 1/lambda. A point c that comes moves the mean along k(a, c) by (y_c - m_c) / (k(c, c) + s_c); a point i that
/// goes moves it along q_i(a) by -(B^-1 y)_i / (B^-1)_ii, which stays precise where noise is small. One change costs sites x candidates.
/// </remarks>
public sealed class SplineDesign
{
    private const int PlaneTerms = 3;
    private readonly double[] _noise;
    private readonly double[] _values;
    private readonly double[][] _covariance;
    private readonly double[] _mean;
    private readonly double[] _variance;
    private readonly int[] _slotOf;

    // Slots of B: the plane first, then the points in no particular order. Row by row, as the influences of all sites on each slot.
    private readonly List<int> _pointIn = [-1, -1, -1];
    private readonly List<double[]> _inverse = [];
    private readonly List<double[]> _influence = [];

    /// <summary>A spline through the first points.</summary>
    /// <param name="u">First coordinates of the sites, scaled.</param>
    /// <param name="v">Second coordinates of the sites, scaled.</param>
    /// <param name="values">What a measurement gives, one per candidate.</param>
    /// <param name="noise">lambda sigma^2, one per candidate; positive.</param>
    /// <param name="first">Candidates to begin with: at least three, not on one line.</param>
    /// <exception cref="ArgumentException">Lengths differ, noise is not positive, or the first points define no plane.</exception>
    public SplineDesign(ReadOnlySpan<double> u, ReadOnlySpan<double> v, ReadOnlySpan<double> values, ReadOnlySpan<double> noise, ReadOnlySpan<int> first)
    {
        if (u.Length != v.Length || values.Length != noise.Length || values.Length > u.Length || first.Length < PlaneTerms)
        {
            throw new ArgumentException($"A design needs sites, a value and a noise per candidate and three points to begin with (got {u.Length}, {v.Length}, {values.Length}, {noise.Length} and {first.Length}).");
        }

        _noise = noise.ToArray();
        _values = values.ToArray();
        _slotOf = new int[values.Length];
        if (_noise.Any(s => !(s > 0)))
        {
            throw new ArgumentException("The noise of a candidate is positive.", nameof(noise));
        }

        _pointIn.AddRange(first);
        for (int slot = PlaneTerms; slot < _pointIn.Count; slot++)
        {
            _slotOf[_pointIn[slot]] = slot;
        }

        double[] siteU = u.ToArray();
        double[] siteV = v.ToArray();
        Matrix<double> inverse = Inverse(siteU, siteV);
        Matrix<double> targets = Matrix<double>.Build.Dense(siteU.Length, _pointIn.Count, (site, slot) => Basis(siteU, siteV, site, slot));
        Matrix<double> influence = targets * inverse;
        Vector<double> observed = Vector<double>.Build.Dense(_pointIn.Count, slot => slot < PlaneTerms ? 0.0 : _values[_pointIn[slot]]);
        _mean = (influence * observed).ToArray();
        _variance = [.. Enumerable.Range(0, siteU.Length).Select(site => -influence.Row(site).DotProduct(targets.Row(site)))];
        _covariance = new double[values.Length][];
        Parallel.For(0, values.Length, candidate =>
        {
            double[] known = (influence * targets.Row(candidate)).ToArray();
            _covariance[candidate] = [.. known.Select((value, site) => Kernel(siteU, siteV, site, candidate) - value)];
        });
        for (int slot = 0; slot < _pointIn.Count; slot++)
        {
            _inverse.Add(inverse.Row(slot).ToArray());
            _influence.Add(influence.Column(slot).ToArray());
        }
    }

    /// <summary>Value of the spline at every site.</summary>
    public ReadOnlySpan<double> Mean => _mean;

    /// <summary>Variance at every site, in units of 1/lambda.</summary>
    public ReadOnlySpan<double> Variance => _variance;

    /// <summary>Whether a candidate is a point of the spline.</summary>
    public bool IsChosen(int candidate) => _slotOf[candidate] > 0;

    /// <summary>Along what every site changes when a candidate comes (where it is no point) or goes (where it is one).</summary>
    public ReadOnlySpan<double> Direction(int candidate) => DirectionOf(candidate);

    /// <summary>By how much of <see cref="Direction"/> the mean then changes.</summary>
    public double MeanStep(int candidate)
    {
        if (!IsChosen(candidate))
        {
            return (_values[candidate] - _mean[candidate]) * VarianceStep(candidate);
        }

        double[] row = _inverse[_slotOf[candidate]];
        double weight = 0;
        for (int slot = PlaneTerms; slot < _pointIn.Count; slot++)
        {
            weight += row[slot] * _values[_pointIn[slot]];
        }

        return weight * VarianceStep(candidate);
    }

    /// <summary>The covariance of two sites then falls by this times the product of <see cref="Direction"/> at both.</summary>
    public double VarianceStep(int candidate) => IsChosen(candidate)
        ? -1.0 / _inverse[_slotOf[candidate]][_slotOf[candidate]]
        : 1.0 / (_covariance[candidate][candidate] + _noise[candidate]);

    /// <summary>Measures at a candidate that is no point yet, or takes the point away that it is.</summary>
    public void Toggle(int candidate)
    {
        double meanStep = MeanStep(candidate);
        double varianceStep = VarianceStep(candidate);
        double[] direction = [.. DirectionOf(candidate)];
        AddScaled(_mean, direction, meanStep);
        for (int site = 0; site < _variance.Length; site++)
        {
            _variance[site] -= varianceStep * direction[site] * direction[site];
        }

        Parallel.For(0, _covariance.Length, other => AddScaled(_covariance[other], direction, -varianceStep * direction[other]));
        if (IsChosen(candidate))
        {
            Remove(_slotOf[candidate]);
        }
        else
        {
            Add(candidate, direction, varianceStep);
        }
    }

    private double[] DirectionOf(int candidate) => IsChosen(candidate) ? _influence[_slotOf[candidate]] : _covariance[candidate];

    // Block inversion with the Schur complement k + s of the new point.
    private void Add(int candidate, double[] direction, double step)
    {
        double[] own = [.. _influence.Select(influence => influence[candidate])];
        for (int slot = 0; slot < own.Length; slot++)
        {
            AddScaled(_influence[slot], direction, -step * own[slot]);
            AddScaled(_inverse[slot], own, step * own[slot]);
            _inverse[slot] = [.. _inverse[slot], -step * own[slot]];
        }

        _slotOf[candidate] = own.Length;
        _pointIn.Add(candidate);
        _inverse.Add([.. own.Select(value => -step * value), step]);
        _influence.Add(Array.ConvertAll(direction, value => step * value));
    }

    // The inverse of what is left; the last slot moves into the free one.
    private void Remove(int free)
    {
        double[] row = [.. _inverse[free]];
        double[] influence = _influence[free];
        int last = _pointIn.Count - 1;
        for (int slot = 0; slot <= last; slot++)
        {
            double share = row[slot] / row[free];
            if (slot != free)
            {
                AddScaled(_influence[slot], influence, -share);
                AddScaled(_inverse[slot], row, -share);
            }
        }

        _slotOf[_pointIn[free]] = 0;
        if (free != last)
        {
            (_pointIn[free], _inverse[free], _influence[free]) = (_pointIn[last], _inverse[last], _influence[last]);
            _slotOf[_pointIn[free]] = free;
        }

        _pointIn.RemoveAt(last);
        _inverse.RemoveAt(last);
        _influence.RemoveAt(last);
        for (int slot = 0; slot < last; slot++)
        {
            _inverse[slot][free] = _inverse[slot][last];
            _inverse[slot] = _inverse[slot][..last];
        }
    }

    private static void AddScaled(double[] target, double[] source, double factor)
    {
        int i = 0;
        Lanes factors = new(factor);
        for (; i <= target.Length - Lanes.Count; i += Lanes.Count)
        {
            (new Lanes(target, i) + (factors * new Lanes(source, i))).CopyTo(target, i);
        }

        for (; i < target.Length; i++)
        {
            target[i] += factor * source[i];
        }
    }

    private Matrix<double> Inverse(double[] u, double[] v)
    {
        int count = _pointIn.Count;
        Matrix<double> system = Matrix<double>.Build.Dense(count, count, (row, column) =>
            row >= PlaneTerms ? Basis(u, v, _pointIn[row], column) + (row == column ? _noise[_pointIn[row]] : 0.0)
            : column >= PlaneTerms ? Basis(u, v, _pointIn[column], row)
            : 0.0);
        return system.SubMatrix(PlaneTerms, count - PlaneTerms, 0, PlaneTerms).Rank() == PlaneTerms
            ? system.Inverse()
            : throw new ArgumentException("The first points of a design lie on one line, so they do not define a plane.");
    }

    // 1, u, v, or the kernel to a point.
    private double Basis(double[] u, double[] v, int site, int slot) => slot switch
    {
        0 => 1.0,
        1 => u[site],
        2 => v[site],
        _ => Kernel(u, v, site, _pointIn[slot]),
    };

    private static double Kernel(double[] u, double[] v, int site, int other)
    {
        double du = u[site] - u[other];
        double dv = v[site] - v[other];
        return ThinPlateSpline.Kernel((du * du) + (dv * dv));
    }
}
