using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Isolux.Numerics.Interpolation;

/// <summary>
/// The eigenvalues l_k of the whitened kernel orthogonal to the plane and the data's components z_k along their vectors. For any
/// lambda then chi2 = sum (lambda z_k / (l_k + lambda))^2 and trace(I - A) = sum lambda / (l_k + lambda), so that
/// scanning lambda is cheap (Wahba 1990, chapter 11).
/// </summary>
internal sealed class SmoothingSpectrum
{
    private const int ScanPoints = 161;
    private const int Refinements = 60;

    private readonly double[] _eigenvalues;
    private readonly double[] _components;

    /// <summary>Decomposes the problem: kernel n x n, plane n x 3, observed and variance n.</summary>
    public SmoothingSpectrum(Matrix<double> kernel, Matrix<double> plane, Vector<double> observed, double[] variance)
    {
        int count = kernel.RowCount;
        double[] inverseError = Array.ConvertAll(variance, value => 1.0 / Math.Sqrt(value));
        Matrix<double> whitenedPlane = plane.MapIndexed((i, _, value) => value * inverseError[i]);
        Matrix<double> whitenedKernel = kernel.MapIndexed((i, j, value) => value * inverseError[i] * inverseError[j]);
        Vector<double> whitenedObserved = observed.MapIndexed((i, value) => value * inverseError[i]);

        Matrix<double> orthogonal = whitenedPlane.QR(QRMethod.Full).Q.SubMatrix(0, count, plane.ColumnCount, count - plane.ColumnCount);
        Matrix<double> reduced = orthogonal.TransposeThisAndMultiply(whitenedKernel * orthogonal);
        Evd<double> spectrum = ((reduced + reduced.Transpose()) * 0.5).Evd(Symmetricity.Symmetric);
        _eigenvalues = [.. spectrum.EigenValues.Select(value => Math.Max(value.Real, 0.0))];
        _components = [.. spectrum.EigenVectors.TransposeThisAndMultiply(orthogonal.TransposeThisAndMultiply(whitenedObserved))];
    }

    /// <summary>The lambda that a criterion picks between practically interpolating and practically a plane.</summary>
    public double Select(SmoothingSelection selection)
    {
        double largest = _eigenvalues.Max();
        double lower = Math.Log(largest * 1e-12);
        double upper = Math.Log(largest * 1e4);
        return Math.Exp(selection == SmoothingSelection.ChiSquaredTarget ? SmoothestAcceptable(lower, upper) : Minimum(Score(selection), lower, upper));
    }

    private Func<double, double> Score(SmoothingSelection selection) => logLambda =>
    {
        (double chi2, double freedom) = Summarise(Math.Exp(logLambda));
        return selection == SmoothingSelection.GeneralizedCrossValidation
            ? chi2 / (freedom * freedom)
            : chi2 - (2.0 * freedom);
    };

    private (double Chi2, double Freedom) Summarise(double lambda)
    {
        double chi2 = 0;
        double freedom = 0;
        for (int k = 0; k < _eigenvalues.Length; k++)
        {
            double filter = lambda / (_eigenvalues[k] + lambda);
            chi2 += filter * filter * _components[k] * _components[k];
            freedom += filter;
        }

        return (chi2, freedom);
    }

    private double SmoothestAcceptable(double lower, double upper)
    {
        double step = (upper - lower) / (ScanPoints - 1);
        double inside = upper;
        while (Excess(inside) > 0)
        {
            inside -= step;
            if (inside < lower)
            {
                return lower;
            }
        }

        if (inside == upper)
        {
            return upper;
        }

        double outside = inside + step;
        for (int i = 0; i < Refinements; i++)
        {
            double middle = 0.5 * (inside + outside);
            (inside, outside) = Excess(middle) > 0 ? (inside, middle) : (middle, outside);
        }

        return inside;
    }

    private double Excess(double logLambda)
    {
        (double chi2, double freedom) = Summarise(Math.Exp(logLambda));
        return chi2 - freedom;
    }

    // The scores may have several minima: scan first, then a golden section around the best.
    private static double Minimum(Func<double, double> score, double lower, double upper)
    {
        double step = (upper - lower) / (ScanPoints - 1);
        double best = lower;
        double bestScore = double.PositiveInfinity;
        for (int i = 0; i < ScanPoints; i++)
        {
            double candidate = lower + (i * step);
            double candidateScore = score(candidate);
            if (candidateScore < bestScore)
            {
                (best, bestScore) = (candidate, candidateScore);
            }
        }

        const double goldenRatio = 0.6180339887498949;
        double left = Math.Max(lower, best - step);
        double right = Math.Min(upper, best + step);
        for (int i = 0; i < Refinements; i++)
        {
            double innerLeft = right - (goldenRatio * (right - left));
            double innerRight = left + (goldenRatio * (right - left));
            (left, right) = score(innerLeft) < score(innerRight) ? (left, innerRight) : (innerLeft, right);
        }

        return 0.5 * (left + right);
    }
}
