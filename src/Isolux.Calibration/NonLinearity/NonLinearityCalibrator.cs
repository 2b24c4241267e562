using System.Collections.Immutable;
using Isolux.Conditions.Payloads;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Interpolation;
using Isolux.Numerics.Random;

namespace Isolux.Calibration.NonLinearity;

/// <summary>
/// Fits a model of electrons jointly to gamma peaks and a beta spectrum and derives the curves of gammas, electrons and positrons. Bands come from toys: the best fit
/// moved by one common random scale per correlated bias and by independent errors, and fitted again.
/// </summary>
/// <param name="settings">Toys and energies.</param>
/// <param name="spectra">Primary electrons of gammas in the scintillator.</param>
public sealed class NonLinearityCalibrator(NonLinearitySettings settings, SourceSpectraPayload spectra)
{
    private const double BandTail = 0.158655;

    /// <summary>Calibrates one model.</summary>
    /// <param name="data">The data.</param>
    /// <param name="model">The model.</param>
    /// <param name="progress">Told the fraction done; null for silence.</param>
    /// <param name="cancellation">Stops between toys.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public NonLinearityResult Calibrate(
        NonLinearityData data, IElectronModel model, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(model);
        NonLinearityPredictor predictor = new(data, spectra);
        FitParameter[] parameters = predictor.Parameters(model);
        double[] values = [.. data.Gammas.Select(point => point.VisibleRatio), .. data.Beta?.ObservedCount ?? []];
        double[] errors = [.. data.Gammas.Select(point => point.Error), .. data.Beta?.Errors ?? []];
        LeastSquaresFit fit = new((p, predictions) => predictor.Predict(model, p, predictions), parameters);
        FitResult best = fit.Fit(values, errors);
        double[] predicted = new double[values.Length];
        predictor.Predict(model, best.Parameters.AsSpan(), predicted);
        double[] bestCurves = Curves(predictor, model, best.Parameters.AsSpan());
        double[]?[] toys = new double[]?[settings.ToyCount];
        if (best.Status is FitStatus.Converged or FitStatus.AtBound)
        {
            int done = 0;
            var options = new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancellation };
            LeastSquaresFit refit = new((p, predictions) => predictor.Predict(model, p, predictions), Restart(parameters, best));
            Parallel.For(0, toys.Length, options, toy =>
            {
                FitResult found = refit.Fit(Toy(data, predicted, errors, toy), errors);
                toys[toy] = found.Status is FitStatus.Converged or FitStatus.AtBound ? Curves(predictor, model, found.Parameters.AsSpan()) : null;
                progress?.Report((double)Interlocked.Increment(ref done) / toys.Length);
            });
        }

        double[][] accepted = [.. toys.OfType<double[]>()];
        return new NonLinearityResult(
            model.Name,
            [.. parameters.Select(parameter => parameter.Name)],
            model.Parameters.Length,
            best,
            Covariance(data, fit, best, predicted, errors),
            Bands(bestCurves, accepted),
            PositronCovariance(bestCurves, accepted),
            [.. predicted],
            toys.Length,
            toys.Length - accepted.Length);
    }

    // Each correlated bias shifts the parameters by a vector, found by fitting the best fit shifted by its full size.
    private static CovarianceMatrix Covariance(NonLinearityData data, LeastSquaresFit fit, FitResult best, double[] predicted, double[] errors)
    {
        double[,] covariance = best.Covariance.ToArray();
        foreach (CorrelatedBias bias in data.Biases)
        {
            double[] shifted = [.. predicted];
            for (int i = 0; i < data.Gammas.Length; i++)
            {
                shifted[i] *= 1.0 + bias.ShiftFraction(data.Gammas[i]);
            }

            ImmutableArray<double> moved = fit.Fit(shifted, errors).Parameters;
            for (int i = 0; i < moved.Length; i++)
            {
                for (int j = 0; j < moved.Length; j++)
                {
                    covariance[i, j] += bias.ScaleVariance * (moved[i] - best.Parameters[i]) * (moved[j] - best.Parameters[j]);
                }
            }
        }

        return new CovarianceMatrix(covariance);
    }

    private static FitParameter[] Restart(FitParameter[] parameters, FitResult best) =>
    [
        .. parameters.Select((parameter, i) => double.IsFinite(parameter.Lower)
            ? FitParameter.Bounded(parameter.Name, best.Parameters[i], parameter.Lower, parameter.Upper)
            : FitParameter.Free(parameter.Name, best.Parameters[i])),
    ];

    private double[] Toy(NonLinearityData data, double[] predicted, double[] errors, int toy)
    {
        double[] values = [.. predicted];
        RandomSequence random = new(settings.Seed, 0, RandomStream.Toy, (uint)toy, 0);
        foreach (CorrelatedBias bias in data.Biases)
        {
            double scale = bias.Scale(random.NextDouble());
            for (int i = 0; i < data.Gammas.Length; i++)
            {
                values[i] *= 1.0 + (scale * bias.ShiftFraction(data.Gammas[i]));
            }
        }

        for (int i = 0; i < values.Length; i++)
        {
            values[i] += errors[i] * random.NextNormal();
        }

        return values;
    }

    // Gamma, electron and positron curve one after the other.
    private double[] Curves(NonLinearityPredictor predictor, IElectronModel model, ReadOnlySpan<double> parameterValues)
    {
        ReadOnlySpan<double> ofModel = parameterValues[..model.Parameters.Length];
        CubicSpline gamma = predictor.GammaCurve(model, ofModel);
        int count = settings.EnergiesMeV.Length;
        double[] curves = new double[(2 * count) + settings.PositronEnergiesMeV.Length];
        for (int i = 0; i < count; i++)
        {
            curves[i] = gamma.Evaluate(Math.Log(settings.EnergiesMeV[i]));
        }

        model.Evaluate(settings.EnergiesMeV.AsSpan(), ofModel, curves.AsSpan(count, count));
        predictor.PositronRatio(model, ofModel, settings.PositronEnergiesMeV.AsSpan()).CopyTo(curves.AsSpan(2 * count));
        return curves;
    }

    private NonLinearityCurves Bands(double[] best, double[][] toys)
    {
        double[] low = new double[best.Length];
        double[] high = new double[best.Length];
        double[] deviations = new double[toys.Length];
        for (int i = 0; i < best.Length; i++)
        {
            for (int toy = 0; toy < toys.Length; toy++)
            {
                deviations[toy] = toys[toy][i] - best[i];
            }

            // A fit that toys show to lie above the truth means a truth below the fit; the band never excludes the fit itself.
            Array.Sort(deviations);
            low[i] = best[i] - Math.Max(0.0, Quantile(deviations, 1.0 - BandTail));
            high[i] = best[i] - Math.Min(0.0, Quantile(deviations, BandTail));
        }

        int count = settings.EnergiesMeV.Length;
        return new NonLinearityCurves(
            Part(settings.EnergiesMeV, 0), Part(settings.EnergiesMeV, count), Part(settings.PositronEnergiesMeV, 2 * count));

        NonLinearityCurve Part(ImmutableArray<double> energiesMeV, int start) => new(
            energiesMeV,
            [.. best.AsSpan(start, energiesMeV.Length)],
            [.. low.AsSpan(start, energiesMeV.Length)],
            [.. high.AsSpan(start, energiesMeV.Length)]);
    }

    private ImmutableArray<double> PositronCovariance(double[] best, double[][] toys)
    {
        int count = settings.PositronEnergiesMeV.Length;
        int start = best.Length - count;
        double[] covariance = new double[count * count];
        foreach (double[] toy in toys)
        {
            for (int i = 0; i < count; i++)
            {
                for (int j = 0; j < count; j++)
                {
                    covariance[(i * count) + j] += (toy[start + i] - best[start + i]) * (toy[start + j] - best[start + j]) / toys.Length;
                }
            }
        }

        return [.. covariance];
    }

    private static double Quantile(double[] sorted, double probability)
    {
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        double position = probability * (sorted.Length - 1);
        int below = Math.Min((int)position, sorted.Length - 1);
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
