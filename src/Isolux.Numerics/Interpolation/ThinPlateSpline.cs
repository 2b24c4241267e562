using System.Collections.Immutable;
using Isolux.Numerics.Elementary;
using MathNet.Numerics.LinearAlgebra;

namespace Isolux.Numerics.Interpolation;

/// <summary>
/// A thin-plate spline of two coordinates, ready to evaluate:
/// f(u, v) = a0 + a1 u + a2 v + sum_i c_i E(|(u, v) - (u_i, v_i)|) with E(r) = r^2 ln(r) / (8 pi)
/// (G. Wahba, Spline Models for Observational Data, SIAM 1990, section 2.4) in coordinates scaled to [-1, 1].
/// Fit one with <see cref="ThinPlateSplineFit"/>. Evaluation uses IEEE operations alone and sums in node order.
/// </summary>
public sealed class ThinPlateSpline
{
    // r^2 ln r / (8 pi) = r^2 ln(r^2) / (16 pi), which needs no square root.
    private const double KernelScale = 1.0 / (16.0 * Math.PI);
    private const double SmallestSquare = 1e-300;

    private readonly double[] _u;
    private readonly double[] _v;
    private readonly double[] _scaledWeight;

    /// <summary>A spline from its stored numbers.</summary>
    /// <param name="xScaling">Scaling of the first coordinate.</param>
    /// <param name="yScaling">Scaling of the second coordinate.</param>
    /// <param name="nodeX">First coordinates of the nodes, unscaled.</param>
    /// <param name="nodeY">Second coordinates of the nodes, unscaled.</param>
    /// <param name="weights">c, one per node.</param>
    /// <param name="plane">a0, a1, a2.</param>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    public ThinPlateSpline(
        AxisScaling xScaling,
        AxisScaling yScaling,
        ImmutableArray<double> nodeX,
        ImmutableArray<double> nodeY,
        ImmutableArray<double> weights,
        ImmutableArray<double> plane)
    {
        if (nodeX.Length != nodeY.Length || nodeX.Length != weights.Length || plane.Length != 3)
        {
            throw new ArgumentException($"A thin-plate spline needs one weight per node and three plane coefficients (got {nodeX.Length}, {nodeY.Length}, {weights.Length} and {plane.Length}).");
        }

        XScaling = xScaling;
        YScaling = yScaling;
        NodeX = nodeX;
        NodeY = nodeY;
        Weights = weights;
        Plane = plane;
        _u = [.. nodeX.Select(xScaling.Apply)];
        _v = [.. nodeY.Select(yScaling.Apply)];
        _scaledWeight = [.. weights.Select(weight => weight * KernelScale)];
    }

    /// <summary>The spline through points at a smoothing that is known: what <see cref="ThinPlateSplineFit"/> gives, without its errors.</summary>
    /// <param name="xScaling">Scaling of the first coordinate.</param>
    /// <param name="yScaling">Scaling of the second coordinate.</param>
    /// <param name="x">First coordinates of the points.</param>
    /// <param name="y">Second coordinates.</param>
    /// <param name="values">Values, one per point.</param>
    /// <param name="noise">lambda sigma^2, one per point.</param>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    public static ThinPlateSpline Smooth(
        AxisScaling xScaling, AxisScaling yScaling, ImmutableArray<double> x, ImmutableArray<double> y, ReadOnlySpan<double> values, ReadOnlySpan<double> noise)
    {
        int count = x.Length;
        if (y.Length != count || values.Length != count || noise.Length != count)
        {
            throw new ArgumentException($"A thin-plate spline needs a value and a noise per point (got {count}, {y.Length}, {values.Length} and {noise.Length}).");
        }

        ThinPlateSpline basis = new(xScaling, yScaling, x, y, [.. x.Select(_ => 0.0)], [0.0, 0.0, 0.0]);
        Matrix<double> system = Matrix<double>.Build.Dense(count + 3, count + 3);
        Vector<double> observed = Vector<double>.Build.Dense(count + 3);
        for (int i = 0; i < count; i++)
        {
            double[] row = basis.Basis(x[i], y[i]);
            system.SetRow(i, row);
            system.SetSubMatrix(count, 3, i, 1, Matrix<double>.Build.DenseOfColumnArrays(row[count..]));
            system[i, i] += noise[i];
            observed[i] = values[i];
        }

        Vector<double> solution = system.Solve(observed);
        return new ThinPlateSpline(xScaling, yScaling, x, y, [.. solution.Take(count)], [.. solution.Skip(count)]);
    }

    /// <summary>Scaling of the first coordinate.</summary>
    public AxisScaling XScaling { get; }

    /// <summary>Scaling of the second coordinate.</summary>
    public AxisScaling YScaling { get; }

    /// <summary>First coordinates of the nodes.</summary>
    public ImmutableArray<double> NodeX { get; }

    /// <summary>Second coordinates of the nodes.</summary>
    public ImmutableArray<double> NodeY { get; }

    /// <summary>Kernel weights c, one per node.</summary>
    public ImmutableArray<double> Weights { get; }

    /// <summary>The plane's coefficients a0, a1, a2 in scaled coordinates.</summary>
    public ImmutableArray<double> Plane { get; }

    /// <summary>The value at (x, y).</summary>
    public double Evaluate(double x, double y)
    {
        double u = XScaling.Apply(x);
        double v = YScaling.Apply(y);
        double sum = Plane[0] + (Plane[1] * u) + (Plane[2] * v);
        for (int i = 0; i < _u.Length; i++)
        {
            double du = u - _u[i];
            double dv = v - _v[i];
            double square = Math.FusedMultiplyAdd(du, du, dv * dv);
            sum = Math.FusedMultiplyAdd(_scaledWeight[i] * square, Elementary64.Log(Math.Max(square, SmallestSquare)), sum);
        }

        return sum;
    }

    /// <summary>The functions the value is linear in, at (x, y): E for every node, then 1, u, v.</summary>
    public double[] Basis(double x, double y)
    {
        double u = XScaling.Apply(x);
        double v = YScaling.Apply(y);
        double[] basis = new double[_u.Length + 3];
        for (int i = 0; i < _u.Length; i++)
        {
            double du = u - _u[i];
            double dv = v - _v[i];
            basis[i] = Kernel((du * du) + (dv * dv));
        }

        basis[^3] = 1.0;
        basis[^2] = u;
        basis[^1] = v;
        return basis;
    }

    /// <summary>The kernel E for a squared distance.</summary>
    internal static double Kernel(double square) => KernelScale * square * Elementary64.Log(Math.Max(square, SmallestSquare));
}
