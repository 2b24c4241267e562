using System.Collections.Immutable;
using Isolux.Detector.Reactors;
using Isolux.Numerics.Fitting;
using Isolux.Sensitivity.Spectra;
using MathNet.Numerics.LinearAlgebra;

namespace Isolux.Sensitivity.Statistics;

/// <summary>
/// Fit of a spectrum: damped Gauss-Newton over oscillation and nuisance parameters together, with exact derivatives. The slope is that of the exact function, so the minimum
/// is exact for every form; only the curvature is approximate.
/// </summary>
/// <param name="model">Predicts the events.</param>
/// <param name="form">What is minimised.</param>
/// <param name="priors">Outside knowledge of oscillation parameters.</param>
public sealed class SpectrumFit(ISpectrumModel model, ChiSquareForm form, params ImmutableArray<OscillationPrior> priors)
{
    private const int LargestIterations = 100;
    private const double DistanceTolerance = 1e-7;
    private const double SmallestExpectation = 1e-6;

    /// <summary>What would be measured on average: the expectation itself.</summary>
    /// <param name="truth">True parameters; nuisance parameters are at 0.</param>
    public ImmutableArray<double> Asimov(OscillationParameters truth)
    {
        double[] expected = new double[model.Bins.Count];
        model.Predict(Start(truth), expected);
        return [.. expected];
    }

    /// <summary>Finds the minimum next to a start.</summary>
    /// <param name="observedCount">Observed events per bin.</param>
    /// <param name="start">Where to start; nuisance parameters start at 0.</param>
    /// <param name="held">Oscillation parameters that keep their start.</param>
    public SpectrumFitResult Fit(ImmutableArray<double> observedCount, OscillationParameters start, params ReadOnlySpan<OscillationParameter> held)
    {
        if (observedCount.Length != model.Bins.Count)
        {
            throw new ArgumentException($"The model has {model.Bins.Count} bins but the data have {observedCount.Length}.", nameof(observedCount));
        }

        double[] values = Start(start);
        double[] unit = Units(start);
        bool[] isHeld = new bool[model.ParameterCount];
        foreach (OscillationParameter parameter in held)
        {
            isHeld[(int)parameter] = true;
        }

        double[] expected = new double[model.Bins.Count];
        double[][] slopes = [.. unit.Select(_ => new double[model.Bins.Count])];
        double damping = 1e-4;
        double chi2 = double.NaN;
        for (int iteration = 1; iteration <= LargestIterations; iteration++)
        {
            model.Differentiate(values, expected, slopes);
            chi2 = Assemble(observedCount, values, expected, slopes, unit, isHeld, out Vector<double> gradient, out Matrix<double> curvature);
            Vector<double> newton = curvature.Cholesky().Solve(gradient);
            if (0.5 * (newton * gradient) < DistanceTolerance)
            {
                return Finish(FitStatus.Converged, chi2, values, curvature, unit, isHeld, iteration);
            }

            bool improved = false;
            while (!improved && damping < 1e12)
            {
                Matrix<double> damped = curvature.Clone();
                damped.SetDiagonal(curvature.Diagonal() * (1.0 + damping));
                Vector<double> step = damped.Cholesky().Solve(gradient);
                double[] trial = [.. values.Select((value, k) => value - (unit[k] * step[k]))];
                improved = IsPhysical(trial) && Evaluate(observedCount, trial, expected) < chi2;
                damping = improved ? Math.Max(damping / 10.0, 1e-9) : 10.0 * damping;
                values = improved ? trial : values;
            }

            if (!improved)
            {
                // No step helps: at rounding level that is a minimum, else it is not.
                FitStatus status = 0.5 * (newton * gradient) < 1e-4 ? FitStatus.Converged : FitStatus.NotConverged;
                return Finish(status, chi2, values, curvature, unit, isHeld, iteration);
            }
        }

        return new SpectrumFitResult(FitStatus.NotConverged, chi2, [.. values], new CovarianceMatrix(new double[SpectrumModel.OscillationCount, SpectrumModel.OscillationCount]), LargestIterations);
    }

    /// <summary>The lowest of the minima found from several starts.</summary>
    /// <param name="observedCount">Observed events per bin.</param>
    /// <param name="starts">Starts.</param>
    /// <param name="held">Oscillation parameters that keep their start.</param>
    public SpectrumFitResult Fit(ImmutableArray<double> observedCount, IEnumerable<OscillationParameters> starts, params OscillationParameter[] held)
    {
        ArgumentNullException.ThrowIfNull(starts);
        return starts.Select(start => Fit(observedCount, start, held)).MinBy(result => result.Status == FitStatus.Converged ? result.Chi2 : double.MaxValue)
            ?? throw new ArgumentException("At least one start is needed.", nameof(starts));
    }

    /// <summary>The two values of a parameter at which chi2, minimised over all others, is larger than at its minimum by one.</summary>
    /// <param name="observedCount">Observed events per bin.</param>
    /// <param name="best">The minimum.</param>
    /// <param name="parameter">Which parameter.</param>
    public (double LowValue, double HighValue) Profile(ImmutableArray<double> observedCount, SpectrumFitResult best, OscillationParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(best);
        return (Edge(observedCount, best, parameter, -1.0), Edge(observedCount, best, parameter, 1.0));
    }

    // Secant search in sqrt(delta chi2), which is linear for a parabola.
    private double Edge(ImmutableArray<double> observed, SpectrumFitResult best, OscillationParameter parameter, double side)
    {
        const int largestSteps = 30;
        double error = best.Error(parameter);
        double distance = 1.0;
        for (int i = 0; i < largestSteps; i++)
        {
            OscillationParameters start = With(best.Oscillation, parameter, best.Value(parameter) + (side * distance * error));
            double rise = Math.Sqrt(Math.Max(0.0, Fit(observed, start, parameter).Chi2 - best.Chi2));
            if (Math.Abs(rise - 1.0) < 1e-4)
            {
                break;
            }

            distance *= Math.Clamp(1.0 / Math.Max(rise, 0.1), 0.5, 2.0);
        }

        return best.Value(parameter) + (side * distance * error);
    }

    private static OscillationParameters With(OscillationParameters p, OscillationParameter parameter, double value) => parameter switch
    {
        OscillationParameter.Sin2Theta12 => p with { Sin2Theta12 = value },
        OscillationParameter.Sin2Theta13 => p with { Sin2Theta13 = value },
        OscillationParameter.Dm21 => p with { Dm21Ev2 = value },
        _ => p with { Dm31Ev2 = value },
    };

    private static bool IsPhysical(double[] values) => values[0] is > 0 and < 1 && values[1] is > 0 and < 1 && values[2] > 0 && Math.Abs(values[3]) > values[2];

    private double[] Start(OscillationParameters start)
    {
        double[] values = new double[model.ParameterCount];
        (values[0], values[1], values[2], values[3]) = (start.Sin2Theta12, start.Sin2Theta13, start.Dm21Ev2, start.Dm31Ev2);
        return values;
    }

    // Parameters are scaled to steps of a percent, nuisance parameters to their errors.
    private double[] Units(OscillationParameters start)
    {
        double[] unit = new double[model.ParameterCount];
        Array.Fill(unit, 1.0);
        (unit[0], unit[1], unit[2], unit[3]) = (0.01 * start.Sin2Theta12, 0.01 * start.Sin2Theta13, 0.01 * start.Dm21Ev2, 0.01 * Math.Abs(start.Dm31Ev2));
        return unit;
    }

    private double Evaluate(ImmutableArray<double> observed, double[] values, double[] expected)
    {
        model.Predict(values, expected);
        double chi2 = PriorChi2(values);
        for (int bin = 0; bin < expected.Length; bin++)
        {
            chi2 += BinDeviation.Of(form, observed[bin], Math.Max(expected[bin], SmallestExpectation), model.ShapeVariance[bin]).Chi2;
        }

        return chi2;
    }

    private double PriorChi2(double[] values)
    {
        double chi2 = priors.Sum(prior => Math.Pow((values[(int)prior.Parameter] - prior.MeanValue) / prior.Error, 2.0));
        for (int k = SpectrumModel.OscillationCount; k < values.Length; k++)
        {
            chi2 += values[k] * values[k];
        }

        return chi2;
    }

    private double Assemble(
        ImmutableArray<double> observed, double[] values, double[] expected, double[][] slopes, double[] unit, bool[] isHeld, out Vector<double> gradient, out Matrix<double> curvature)
    {
        int count = values.Length;
        double[] slope = new double[expected.Length];
        double[] weight = new double[expected.Length];
        double chi2 = PriorChi2(values);
        for (int bin = 0; bin < expected.Length; bin++)
        {
            BinDeviation deviation = BinDeviation.Of(form, observed[bin], Math.Max(expected[bin], SmallestExpectation), model.ShapeVariance[bin]);
            chi2 += deviation.Chi2;
            slope[bin] = deviation.SlopeValue;
            weight[bin] = Math.Sqrt(deviation.CurvatureValue);
        }

        // Scaled columns weighted by the root of the curvature: the matrix is then their inner products.
        double[,] columns = new double[expected.Length, count];
        double[] first = new double[count];
        for (int k = 0; k < count; k++)
        {
            for (int bin = 0; bin < expected.Length; bin++)
            {
                double scaled = isHeld[k] ? 0.0 : slopes[k][bin] * unit[k];
                first[k] += slope[bin] * scaled;
                columns[bin, k] = weight[bin] * scaled;
            }
        }

        Matrix<double> design = Matrix<double>.Build.DenseOfArray(columns);
        curvature = design.TransposeThisAndMultiply(design);
        for (int k = 0; k < count; k++)
        {
            if (isHeld[k])
            {
                curvature[k, k] = 1.0;
            }
            else if (k >= SpectrumModel.OscillationCount)
            {
                first[k] += 2.0 * values[k];
                curvature[k, k] += 2.0;
            }
        }

        foreach (OscillationPrior prior in priors.Where(prior => !isHeld[(int)prior.Parameter]))
        {
            int k = (int)prior.Parameter;
            double scale = unit[k] / prior.Error;
            first[k] += 2.0 * scale * (values[k] - prior.MeanValue) / prior.Error;
            curvature[k, k] += 2.0 * scale * scale;
        }

        gradient = Vector<double>.Build.DenseOfArray(first);
        return chi2;
    }

    private static SpectrumFitResult Finish(FitStatus status, double chi2, double[] values, Matrix<double> curvature, double[] unit, bool[] isHeld, int iterations)
    {
        Matrix<double> inverse = 2.0 * curvature.Inverse();
        double[,] covariance = new double[SpectrumModel.OscillationCount, SpectrumModel.OscillationCount];
        for (int i = 0; i < SpectrumModel.OscillationCount; i++)
        {
            for (int j = 0; j < SpectrumModel.OscillationCount; j++)
            {
                covariance[i, j] = isHeld[i] || isHeld[j] ? 0.0 : inverse[i, j] * unit[i] * unit[j];
            }
        }

        return new SpectrumFitResult(status, chi2, [.. values], new CovarianceMatrix(covariance), iterations);
    }
}
