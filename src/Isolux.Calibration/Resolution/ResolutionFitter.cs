using System.Collections.Immutable;
using Isolux.Detector.Light;
using Isolux.Numerics.Fitting;
using MathNet.Numerics.LinearAlgebra;

namespace Isolux.Calibration.Resolution;

/// <summary>
/// Fits (a, b, c). The squared relative width is linear in (a^2, b^2, c^2), so the fit is one weighted linear least-squares problem with an
/// exact solution; a term whose square comes out negative is held at 0 and the rest refitted.
/// </summary>
public sealed class ResolutionFitter
{
    private const int TermCount = 3;

    /// <summary>Fits the model to at least four points.</summary>
    /// <exception cref="ArgumentException">Fewer than four points, or a point without a positive finite energy, width and error.</exception>
    public ResolutionFit Fit(ImmutableArray<ResolutionPoint> points)
    {
        if (points.Length <= TermCount)
        {
            throw new ArgumentException($"(a, b, c) need at least {TermCount + 1} points (got {points.Length}).", nameof(points));
        }

        foreach (ResolutionPoint point in points)
        {
            if (!(point.VisibleEnergyMeV > 0 && point.SigmaOverEFraction > 0 && point.Error > 0 && double.IsFinite(point.VisibleEnergyMeV + point.SigmaOverEFraction + point.Error)))
            {
                throw new ArgumentException($"A resolution point needs positive energy, width and error (got {point}).", nameof(points));
            }
        }

        List<int> active = [0, 1, 2];
        while (true)
        {
            (Vector<double> squares, Matrix<double> covariance) = Solve(points, active);
            int negative = active.FindIndex(term => squares[active.IndexOf(term)] <= 0);
            if (negative < 0 || active.Count == 1)
            {
                return Summarise(points, active, squares, covariance);
            }

            active.RemoveAt(negative);
        }
    }

    private static (Vector<double> Squares, Matrix<double> Covariance) Solve(ImmutableArray<ResolutionPoint> points, List<int> active)
    {
        Matrix<double> design = Matrix<double>.Build.Dense(
            points.Length,
            active.Count,
            (row, column) => Basis(active[column], points[row].VisibleEnergyMeV) / SquareError(points[row]));
        Vector<double> measured = Vector<double>.Build.Dense(
            points.Length,
            row => points[row].SigmaOverEFraction * points[row].SigmaOverEFraction / SquareError(points[row]));
        Matrix<double> covariance = design.TransposeThisAndMultiply(design).Inverse();
        return (design.QR().Solve(measured), covariance);
    }

    private static double Basis(int term, double visibleEnergyMeV) => term switch
    {
        0 => 1.0 / visibleEnergyMeV,
        1 => 1.0,
        _ => 1.0 / (visibleEnergyMeV * visibleEnergyMeV),
    };

    private static double SquareError(ResolutionPoint point) => 2.0 * point.SigmaOverEFraction * point.Error;

    private static ResolutionFit Summarise(
        ImmutableArray<ResolutionPoint> points,
        List<int> active,
        Vector<double> squares,
        Matrix<double> squareCovariance)
    {
        double[] terms = new double[TermCount];
        double[] covariance = new double[TermCount * TermCount];
        for (int i = 0; i < active.Count; i++)
        {
            terms[active[i]] = Math.Sqrt(Math.Max(squares[i], 0.0));
        }

        for (int i = 0; i < active.Count; i++)
        {
            for (int j = 0; j < active.Count; j++)
            {
                double jacobian = 4.0 * terms[active[i]] * terms[active[j]];
                covariance[(active[i] * TermCount) + active[j]] = jacobian > 0 ? squareCovariance[i, j] / jacobian : 0.0;
            }
        }

        ResolutionModel model = new(terms[0], terms[1], terms[2]);
        double chi2 = points.Sum(point => Math.Pow((point.SigmaOverEFraction - model.Evaluate(point.VisibleEnergyMeV)) / point.Error, 2));
        return new ResolutionFit(
            !squares.All(double.IsFinite) ? FitStatus.NotConverged : active.Count < TermCount ? FitStatus.AtBound : FitStatus.Converged,
            model,
            Math.Sqrt(covariance[0]),
            Math.Sqrt(covariance[4]),
            Math.Sqrt(covariance[8]),
            [.. covariance],
            EffectiveResolutionError(active, squareCovariance, model),
            chi2,
            points.Length - active.Count,
            points);
    }

    private static double EffectiveResolutionError(List<int> active, Matrix<double> squareCovariance, ResolutionModel model)
    {
        // a~^2 = 2.56 (sigma/E)^2 at 2.56 MeV is linear in the squares, so its variance needs no further derivative.
        Vector<double> weights = Vector<double>.Build.Dense(
            active.Count,
            i => ResolutionModel.DirectEnergyMeV * Basis(active[i], ResolutionModel.DirectEnergyMeV));
        double squareVariance = weights * squareCovariance * weights;
        return Math.Sqrt(squareVariance) / (2.0 * model.EffectiveResolution);
    }
}
