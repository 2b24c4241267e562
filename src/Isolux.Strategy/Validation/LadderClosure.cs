using System.Collections.Immutable;
using Isolux.Calibration.NonLinearity;
using Isolux.Conditions.Payloads;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;

namespace Isolux.Strategy.Validation;

/// <summary>Calibrates data of a known truth with all models, and toys of it.</summary>
/// <param name="spectra">Primary electrons of gammas.</param>
/// <param name="models">The models to fit.</param>
/// <param name="settings">Statistics.</param>
internal sealed class LadderClosure(SourceSpectraPayload spectra, ImmutableArray<IElectronModel> models, ValidationSettings settings)
{
    private const uint PullRun = 4;

    public int ToyCount => Math.Max(20, settings.Scale(200));

    /// <summary>Results of all models for one truth.</summary>
    public ImmutableArray<NonLinearityResult> Calibrate(NonLinearityData data, CancellationToken cancellation)
    {
        NonLinearityCalibrator calibrator = new(new NonLinearitySettings { ToyCount = ToyCount, Seed = settings.Seed, Threads = settings.Threads }, spectra);
        return [.. models.Select(model => calibrator.Calibrate(data, model, null, cancellation))];
    }

    /// <summary>Pulls of parameters and of the positron scale at 1.5, 3 and 8 MeV from toys of a model's own truth, with independent errors.</summary>
    public ImmutableArray<(string Quantity, RunningMoments Pulls)> Pulls(NonLinearityData data, IElectronModel model, ImmutableArray<double> truth, CancellationToken cancellation)
    {
        double[] energies = [1.5, 3.0, 8.0];
        NonLinearityPredictor predictor = new(data, spectra);
        FitParameter[] parameters = predictor.Parameters(model);
        double[] predicted = new double[predictor.Count];
        predictor.Predict(model, truth.AsSpan(), predicted);
        double[] errors = [.. data.Gammas.Select(point => point.Error), .. data.Beta?.Errors ?? []];
        double[] scale = predictor.PositronRatio(model, truth.AsSpan(0, model.Parameters.Length), energies);
        LeastSquaresFit fit = new((p, values) => predictor.Predict(model, p, values), parameters);
        double[]?[] pulls = new double[]?[ToyCount];
        Parallel.For(0, pulls.Length, new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancellation }, toy =>
        {
            RandomSequence random = new(settings.Seed, PullRun, RandomStream.Toy, (uint)toy, 0);
            double[] values = [.. predicted.Select((value, i) => value + (errors[i] * random.NextNormal()))];
            FitResult found = fit.Fit(values, errors);
            pulls[toy] = found.Status == FitStatus.Converged
                ? [.. ParameterPulls(found, truth, model.Parameters.Length), .. ScalePulls(predictor, model, found, energies, scale)]
                : null;
        });
        string[] names = [.. model.Parameters.Select(parameter => parameter.Name), .. energies.Select(energy => $"positron scale at {energy:0.0} MeV")];
        return
        [
            .. names.Select((name, i) =>
            {
                RunningMoments moments = new();
                foreach (double[] toy in pulls.OfType<double[]>())
                {
                    moments.Add(toy[i]);
                }

                return (name, moments);
            }),
        ];
    }

    private static IEnumerable<double> ParameterPulls(FitResult found, ImmutableArray<double> truth, int count) =>
        Enumerable.Range(0, count).Select(i => (found.Parameters[i] - truth[i]) / found.Errors[i]);

    // The error of the scale follows from the covariance by a gradient in steps of a tenth of an error.
    private static IEnumerable<double> ScalePulls(NonLinearityPredictor predictor, IElectronModel model, FitResult found, double[] energies, double[] truth)
    {
        int count = model.Parameters.Length;
        double[] best = predictor.PositronRatio(model, found.Parameters.AsSpan(0, count), energies);
        double[][] moved = [.. Enumerable.Range(0, count).Select(p =>
        {
            double[] shifted = [.. found.Parameters.Take(count)];
            shifted[p] += 0.1 * found.Errors[p];
            return predictor.PositronRatio(model, shifted, energies);
        })];
        for (int e = 0; e < energies.Length; e++)
        {
            double[] gradient = [.. Enumerable.Range(0, found.Parameters.Length).Select(p => p < count ? (moved[p][e] - best[e]) / (0.1 * found.Errors[p]) : 0.0)];
            yield return (best[e] - truth[e]) / Math.Sqrt(found.Covariance.Propagate(gradient));
        }
    }
}
