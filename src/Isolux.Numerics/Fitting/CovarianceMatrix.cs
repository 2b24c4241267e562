using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Isolux.Numerics.Fitting;

/// <summary>An immutable symmetric matrix of variances and covariances.</summary>
public sealed class CovarianceMatrix
{
    private readonly double[,] _elements;

    /// <summary>A covariance from its elements; symmetrised by averaging.</summary>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    public CovarianceMatrix(double[,] elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        Count = elements.GetLength(0);
        if (elements.GetLength(1) != Count)
        {
            throw new ArgumentException($"A covariance is square (got {Count} x {elements.GetLength(1)}).", nameof(elements));
        }

        _elements = new double[Count, Count];
        for (int i = 0; i < Count; i++)
        {
            for (int j = 0; j < Count; j++)
            {
                _elements[i, j] = 0.5 * (elements[i, j] + elements[j, i]);
            }
        }
    }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Covariance of two quantities.</summary>
    public double this[int row, int column] => _elements[row, column];

    /// <summary>A diagonal covariance from standard errors.</summary>
    public static CovarianceMatrix FromErrors(ReadOnlySpan<double> errors)
    {
        double[,] elements = new double[errors.Length, errors.Length];
        for (int i = 0; i < errors.Length; i++)
        {
            elements[i, i] = errors[i] * errors[i];
        }

        return new CovarianceMatrix(elements);
    }

    /// <summary>Standard error of a quantity.</summary>
    public double Error(int index) => Math.Sqrt(_elements[index, index]);

    /// <summary>Correlation of two quantities; NaN when one has no error.</summary>
    public double Correlation(int row, int column) => _elements[row, column] / (Error(row) * Error(column));

    /// <summary>Variance of a scalar whose derivatives by the quantities are given.</summary>
    /// <exception cref="ArgumentException">The gradient has the wrong length.</exception>
    public double Propagate(ReadOnlySpan<double> gradient)
    {
        if (gradient.Length != Count)
        {
            throw new ArgumentException($"The gradient needs {Count} elements (got {gradient.Length}).", nameof(gradient));
        }

        double variance = 0;
        for (int i = 0; i < Count; i++)
        {
            for (int j = 0; j < Count; j++)
            {
                variance += gradient[i] * _elements[i, j] * gradient[j];
            }
        }

        return variance;
    }

    /// <summary>d^T V^-1 d: how far a difference is from 0 in units of its errors, squared; NaN where the covariance is not positive definite.</summary>
    /// <exception cref="ArgumentException">The difference has the wrong length.</exception>
    public double Chi2Of(ReadOnlySpan<double> difference)
    {
        if (difference.Length != Count)
        {
            throw new ArgumentException($"The difference needs {Count} elements (got {difference.Length}).", nameof(difference));
        }

        if (Whitening.FromCovariance(this) is not { } whitening)
        {
            return double.NaN;
        }

        double[] whitened = difference.ToArray();
        whitening.Apply(whitened);
        return whitened.Sum(value => value * value);
    }

    /// <summary>Eigenvectors, the one of the largest variance first.</summary>
    public ImmutableArray<PrincipalAxis> PrincipalAxes()
    {
        Evd<double> decomposition = ToMatrix().Evd(Symmetricity.Symmetric);
        return
        [
            .. Enumerable.Range(0, Count)
                .OrderByDescending(i => decomposition.EigenValues[i].Real)
                .Select(i => new PrincipalAxis(Math.Max(decomposition.EigenValues[i].Real, 0.0), [.. decomposition.EigenVectors.Column(i)])),
        ];
    }

    /// <summary>The same covariance with every element multiplied by a factor, as when errors are scaled to chi2/ndf = 1.</summary>
    public CovarianceMatrix Scale(double factor)
    {
        double[,] scaled = new double[Count, Count];
        for (int i = 0; i < Count; i++)
        {
            for (int j = 0; j < Count; j++)
            {
                scaled[i, j] = factor * _elements[i, j];
            }
        }

        return new CovarianceMatrix(scaled);
    }

    /// <summary>Covariance of the first quantities alone.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public CovarianceMatrix Leading(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        double[,] block = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                block[i, j] = _elements[i, j];
            }
        }

        return new CovarianceMatrix(block);
    }

    /// <summary>A copy of the elements.</summary>
    public double[,] ToArray() => (double[,])_elements.Clone();

    internal Matrix<double> ToMatrix() => Matrix<double>.Build.DenseOfArray(_elements);
}
