using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Isolux.Numerics.Fitting;

/// <summary>Householder QR of a design whose columns are first scaled to unit length, so that units do not decide what counts as singular.</summary>
internal sealed class ScaledQr
{
    // Columns that agree to this relative precision cannot be told apart in double precision.
    private const double SmallestPivot = 1e-13;

    private readonly double[] _norms;
    private readonly Matrix<double> _q;
    private readonly Matrix<double> _r;

    public ScaledQr(Matrix<double> design)
    {
        _norms = [.. design.ColumnNorms(2.0)];
        IsSingular = _norms.Any(norm => !(norm > 0) || double.IsInfinity(norm));
        if (IsSingular)
        {
            (_q, _r) = (design, design);
            return;
        }

        QR<double> qr = design.MapIndexed((_, j, value) => value / _norms[j]).QR(QRMethod.Thin);
        (_q, _r) = (qr.Q, qr.R);
        IsSingular = Enumerable.Range(0, _r.ColumnCount).Any(i => !(Math.Abs(_r[i, i]) > SmallestPivot));
    }

    /// <summary>Whether the columns are linearly dependent to rounding.</summary>
    public bool IsSingular { get; }

    /// <summary>The parameters that bring design * parameters closest to a vector.</summary>
    public Vector<double> Solve(Vector<double> target) =>
        BackSubstitute(_q.TransposeThisAndMultiply(target)).MapIndexed((i, value) => value / _norms[i]);

    /// <summary>Squared length of a vector's part inside the column space: for residuals, how far chi2 can still fall.</summary>
    public double SquaredProjection(Vector<double> vector)
    {
        Vector<double> inside = _q.TransposeThisAndMultiply(vector);
        return inside * inside;
    }

    /// <summary>(J^T J)^-1 of the unscaled design.</summary>
    public Matrix<double> Covariance()
    {
        int count = _r.ColumnCount;
        Matrix<double> inverse = Matrix<double>.Build.Dense(count, count);
        for (int column = 0; column < count; column++)
        {
            Vector<double> unit = Vector<double>.Build.Dense(count, i => i == column ? 1.0 : 0.0);
            inverse.SetColumn(column, BackSubstitute(unit));
        }

        return inverse.TransposeAndMultiply(inverse).MapIndexed((i, j, value) => value / (_norms[i] * _norms[j]));
    }

    private Vector<double> BackSubstitute(Vector<double> right)
    {
        Vector<double> solution = right.Clone();
        for (int i = solution.Count - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < solution.Count; j++)
            {
                solution[i] -= _r[i, j] * solution[j];
            }

            solution[i] /= _r[i, i];
        }

        return solution;
    }
}
