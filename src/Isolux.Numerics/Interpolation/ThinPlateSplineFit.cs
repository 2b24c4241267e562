using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace Isolux.Numerics.Interpolation;

/// <summary>
/// Fits a <see cref="ThinPlateSpline"/> to points with errors: minimises chi2 + lambda J, J being the bending energy
/// (Wahba 1990, sections 2.4 and 4.5). With K_ij = E(|p_i - p_j|), T = (1, u, v), S = diag(sigma^2) the weights solve
/// [K + lambda S, T; T^T, 0] [c; a] = [y; 0]. Each coordinate is scaled to [-1, 1] over the points: conditions the system and
/// defines what "equally smooth in both directions" means. Cost n^3: meant for up to about a thousand points.
/// </summary>
public sealed class ThinPlateSplineFit
{
    private const int PlaneTerms = 3;

    private readonly double[] _u;
    private readonly double[] _v;
    private readonly double[] _variance;
    private readonly Matrix<double> _inverse;

    /// <summary>Fits the points.</summary>
    /// <param name="x">First coordinates.</param>
    /// <param name="y">Second coordinates.</param>
    /// <param name="values">Values, one per point.</param>
    /// <param name="errors">Standard errors, positive (0 is accepted for interpolation).</param>
    /// <param name="selection">How much to smooth.</param>
    /// <param name="xStretch">
    /// Factor by which the first coordinate is stretched against the second after both have been scaled to [-1, 1]; above 1 lets the function vary faster with x than with y.
    /// Choose it by <see cref="LeaveOneOutRms"/>.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The stretch is not positive.</exception>
    /// <exception cref="ArgumentException">Lengths differ, fewer than four points, a value is not finite, an error is not positive,
    /// two points coincide, or all lie on one line.</exception>
    public ThinPlateSplineFit(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> y,
        ReadOnlySpan<double> values,
        ReadOnlySpan<double> errors,
        SmoothingSelection selection,
        double xStretch = 1.0)
    {
        RequireUsable(x, y, values, errors, selection);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(xStretch);
        AxisScaling spanning = AxisScaling.Spanning(x);
        AxisScaling xScaling = spanning with { HalfWidth = spanning.HalfWidth / xStretch };
        AxisScaling yScaling = AxisScaling.Spanning(y);
        int count = x.Length;
        _u = new double[count];
        _v = new double[count];
        _variance = new double[count];
        for (int i = 0; i < count; i++)
        {
            _u[i] = xScaling.Apply(x[i]);
            _v[i] = yScaling.Apply(y[i]);
            _variance[i] = errors[i] * errors[i];
        }

        RequireDistinct();
        Matrix<double> kernel = Matrix<double>.Build.Dense(count, count, (i, j) => KernelBetween(_u[i], _v[i], j));
        Matrix<double> plane = Matrix<double>.Build.Dense(count, PlaneTerms, (i, j) => j == 0 ? 1.0 : j == 1 ? _u[i] : _v[i]);
        Vector<double> observed = Vector<double>.Build.DenseOfArray(values.ToArray());
        if (plane.Rank() < PlaneTerms)
        {
            throw new ArgumentException("The points of a thin-plate spline lie on one line, so they do not define a plane.");
        }

        Lambda = selection == SmoothingSelection.Interpolation
            ? 0.0
            : new SmoothingSpectrum(kernel, plane, observed, _variance).Select(selection);

        _inverse = InvertSystem(kernel, plane);
        Vector<double> solution = _inverse.SubMatrix(0, count + PlaneTerms, 0, count) * observed;
        Spline = new ThinPlateSpline(
            xScaling,
            yScaling,
            [.. x],
            [.. y],
            [.. solution.Take(count)],
            [.. solution.Skip(count)]);

        double squares = 0;
        double weights = 0;

        // Residuals are lambda S c, exactly and without cancellation; trace(I - A) = lambda sum_i S_i (B^-1)_ii likewise.
        for (int i = 0; i < count; i++)
        {
            double residual = Lambda * _variance[i] * Spline.Weights[i];
            Chi2 += Lambda > 0 ? residual * residual / _variance[i] : 0.0;
            ResidualDegreesOfFreedom += Lambda * _variance[i] * _inverse[i, i];

            // Without point i the spline would miss it by c_i / (B^-1)_ii (Wahba 1990, section 4.2).
            double missed = Spline.Weights[i] / _inverse[i, i];
            squares += missed * missed * Weight(i);
            weights += Weight(i);
        }

        LeaveOneOutRms = Math.Sqrt(squares / weights);
    }

    /// <summary>The fitted function.</summary>
    public ThinPlateSpline Spline { get; }

    /// <summary>The chosen smoothing parameter; 0 for interpolation.</summary>
    public double Lambda { get; }

    /// <summary>Sum of squared residuals over squared errors.</summary>
    public double Chi2 { get; }

    /// <summary>
    /// Rms by which the spline would miss each point if that point were left out, at the same smoothing; weighted by the inverse squared errors, so that imprecise points do
    /// not hide what the precise ones say (all alike where errors are 0).
    /// </summary>
    public double LeaveOneOutRms { get; }

    /// <summary>trace(I - A), A being the influence matrix: what the smoothing leaves of the points' freedom (Wahba 1990, section 4.3).</summary>
    public double ResidualDegreesOfFreedom { get; }

    /// <summary>trace(A): how many parameters the spline effectively has.</summary>
    public double EffectiveParameters => _u.Length - ResidualDegreesOfFreedom;

    /// <summary>
    /// Standard error of the value at (x, y) for Wahba's Gaussian-process prior of variance 1/lambda: covers noise and,
    /// averaged over the points, the bias of smoothing (Wahba 1990, section 5.1; the kriging variance
    /// -[k; t]^T B^-1 [k; t] / lambda). For interpolation, the propagated error.
    /// </summary>
    public double StandardError(double x, double y)
    {
        if (Lambda == 0)
        {
            return PropagatedError(x, y);
        }

        Vector<double> target = Target(x, y);
        double variance = -(target * (_inverse * target)) / Lambda;
        return Math.Sqrt(Math.Max(0.0, variance));
    }

    /// <summary>Standard error of the value at (x, y) by propagating the errors of the points alone: the spread of repeated experiments at this smoothing.</summary>
    public double PropagatedError(double x, double y)
    {
        Vector<double> weights = _inverse * Target(x, y);
        double variance = 0;
        for (int i = 0; i < _variance.Length; i++)
        {
            variance += weights[i] * weights[i] * _variance[i];
        }

        return Math.Sqrt(variance);
    }

    /// <summary>
    /// The quadratic form Q with <see cref="StandardError"/>^2 = b^T Q b for b = <see cref="ThinPlateSpline.Basis"/>: lower triangle, row by row
    /// with the diagonal. Q = -B^-1 / lambda, or the propagated covariance of (c, a) for interpolation.
    /// </summary>
    public ImmutableArray<double> VarianceForm()
    {
        int count = _u.Length;
        Matrix<double> form;
        if (Lambda > 0)
        {
            form = _inverse / -Lambda;
        }
        else
        {
            Matrix<double> response = _inverse.SubMatrix(0, count + PlaneTerms, 0, count);
            form = response * Matrix<double>.Build.DenseOfDiagonalArray(_variance) * response.Transpose();
        }

        var triangle = ImmutableArray.CreateBuilder<double>((count + PlaneTerms) * (count + PlaneTerms + 1) / 2);
        for (int row = 0; row < count + PlaneTerms; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                triangle.Add(0.5 * (form[row, column] + form[column, row]));
            }
        }

        return triangle.MoveToImmutable();
    }

    private double Weight(int point) => _variance[point] > 0 ? 1.0 / _variance[point] : 1.0;

    private Vector<double> Target(double x, double y)
    {
        double u = Spline.XScaling.Apply(x);
        double v = Spline.YScaling.Apply(y);
        int count = _u.Length;
        Vector<double> target = Vector<double>.Build.Dense(count + PlaneTerms);
        for (int i = 0; i < count; i++)
        {
            target[i] = KernelBetween(u, v, i);
        }

        target[count] = 1.0;
        target[count + 1] = u;
        target[count + 2] = v;
        return target;
    }

    private Matrix<double> InvertSystem(Matrix<double> kernel, Matrix<double> plane)
    {
        int count = _u.Length;
        Matrix<double> system = Matrix<double>.Build.Dense(count + PlaneTerms, count + PlaneTerms);
        system.SetSubMatrix(0, 0, kernel);
        system.SetSubMatrix(0, count, plane);
        system.SetSubMatrix(count, 0, plane.Transpose());
        for (int i = 0; i < count; i++)
        {
            system[i, i] += Lambda * _variance[i];
        }

        return system.Inverse();
    }

    private double KernelBetween(double u, double v, int node)
    {
        double du = u - _u[node];
        double dv = v - _v[node];
        return ThinPlateSpline.Kernel((du * du) + (dv * dv));
    }

    private void RequireDistinct()
    {
        HashSet<(double, double)> seen = [];
        for (int i = 0; i < _u.Length; i++)
        {
            if (!seen.Add((_u[i], _v[i])))
            {
                throw new ArgumentException($"Point {i} of a thin-plate spline coincides with an earlier one; average them first.");
            }
        }
    }

    private static void RequireUsable(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> values, ReadOnlySpan<double> errors, SmoothingSelection selection)
    {
        if (x.Length != y.Length || x.Length != values.Length || x.Length != errors.Length || x.Length <= PlaneTerms)
        {
            throw new ArgumentException($"A thin-plate spline needs at least four points, each with a value and an error (got {x.Length}, {y.Length}, {values.Length} and {errors.Length}).");
        }

        for (int i = 0; i < x.Length; i++)
        {
            bool errorUsable = errors[i] > 0 || (errors[i] == 0 && selection == SmoothingSelection.Interpolation);
            if (!double.IsFinite(x[i] + y[i] + values[i] + errors[i]) || !errorUsable)
            {
                throw new ArgumentException($"Point {i} of a thin-plate spline is not usable ({x[i]}, {y[i]}: {values[i]} +- {errors[i]}).");
            }
        }
    }
}
