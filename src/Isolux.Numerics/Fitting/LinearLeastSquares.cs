using MathNet.Numerics.LinearAlgebra;

namespace Isolux.Numerics.Fitting;

/// <summary>
/// Weighted least squares of a model linear in its parameters, values = design * parameters, by Householder QR of the
/// whitened design (no normal equations) and one step of iterative refinement. A. Bjoerck, Numerical Methods for Least Squares Problems, SIAM 1996.
/// </summary>
public static class LinearLeastSquares
{
    /// <summary>Fits data with independent errors.</summary>
    /// <param name="design">Derivatives [point, parameter].</param>
    /// <param name="values">One per point.</param>
    /// <param name="errors">Standard errors, one per point.</param>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    public static FitResult Solve(double[,] design, ReadOnlySpan<double> values, ReadOnlySpan<double> errors)
    {
        ArgumentNullException.ThrowIfNull(design);
        RequireLength(design, values.Length);
        RequireLength(design, errors.Length);
        return Solve(design, values, Whitening.FromErrors(errors), "an error is not positive and finite");
    }

    /// <summary>Fits data with a full covariance.</summary>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    public static FitResult Solve(double[,] design, ReadOnlySpan<double> values, CovarianceMatrix covariance)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(covariance);
        RequireLength(design, values.Length);
        RequireLength(design, covariance.Count);
        return Solve(design, values, Whitening.FromCovariance(covariance), "the covariance of the data is not positive definite");
    }

    private static FitResult Solve(double[,] design, ReadOnlySpan<double> values, Whitening? whitening, string whyNot)
    {
        int points = design.GetLength(0);
        int parameters = design.GetLength(1);
        int freedom = points - parameters;
        Matrix<double> matrix = Matrix<double>.Build.DenseOfArray(design);
        Vector<double> data = Vector<double>.Build.DenseOfArray(values.ToArray());
        if (whitening is null || freedom < 0 || !matrix.Enumerate().All(double.IsFinite) || !data.All(double.IsFinite))
        {
            string reason = whitening is null ? whyNot : freedom < 0 ? "there are fewer points than parameters" : "a value is not finite";
            return FitResult.Refused(parameters, freedom, reason);
        }

        for (int j = 0; j < parameters; j++)
        {
            double[] column = matrix.Column(j).ToArray();
            whitening.Apply(column);
            matrix.SetColumn(j, column);
        }

        double[] whitened = [.. data];
        whitening.Apply(whitened);
        data = Vector<double>.Build.DenseOfArray(whitened);

        ScaledQr qr = new(matrix);
        if (qr.IsSingular)
        {
            return FitResult.Refused(parameters, freedom, "the data do not determine every parameter") with { Status = FitStatus.SingularCovariance };
        }

        Vector<double> solution = qr.Solve(data);
        solution += qr.Solve(data - (matrix * solution));
        Vector<double> residuals = data - (matrix * solution);
        return new FitResult
        {
            Status = FitStatus.Converged,
            Parameters = [.. solution],
            Covariance = new CovarianceMatrix(qr.Covariance().ToArray()),
            Chi2 = residuals * residuals,
            DegreesOfFreedom = freedom,
            Iterations = 1,
        };
    }

    private static void RequireLength(double[,] design, int length)
    {
        if (design.GetLength(0) != length)
        {
            throw new ArgumentException($"The design has {design.GetLength(0)} points but the data have {length}.", nameof(design));
        }
    }
}
