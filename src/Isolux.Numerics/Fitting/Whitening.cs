using MathNet.Numerics.LinearAlgebra;

namespace Isolux.Numerics.Fitting;

/// <summary>Turns data with a covariance V = L L^T into uncorrelated data of unit variance by solving L w = v.</summary>
internal sealed class Whitening
{
    private readonly double[]? _errors;
    private readonly Matrix<double>? _cholesky;

    private Whitening(double[]? errors, Matrix<double>? cholesky) => (_errors, _cholesky) = (errors, cholesky);

    /// <summary>For independent errors; null when one is not positive and finite.</summary>
    public static Whitening? FromErrors(ReadOnlySpan<double> errors)
    {
        foreach (double error in errors)
        {
            if (!(error > 0) || double.IsInfinity(error))
            {
                return null;
            }
        }

        return new Whitening(errors.ToArray(), null);
    }

    /// <summary>For correlated errors; null when the covariance is not positive definite.</summary>
    public static Whitening? FromCovariance(CovarianceMatrix covariance)
    {
        try
        {
            return new Whitening(null, covariance.ToMatrix().Cholesky().Factor);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whitens a vector in place.</summary>
    public void Apply(Span<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (_errors is not null)
            {
                values[i] /= _errors[i];
                continue;
            }

            double sum = values[i];
            for (int j = 0; j < i; j++)
            {
                sum -= _cholesky![i, j] * values[j];
            }

            values[i] = sum / _cholesky![i, i];
        }
    }
}
