using System.Collections.Immutable;
using Isolux.Detector.Reactors;
using Isolux.Numerics.Distributions;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;
using Isolux.Sensitivity.Spectra;
using Isolux.Sensitivity.Statistics;

namespace Isolux.Sensitivity.Studies;

/// <summary>
/// Toy experiments: nuisance parameters drawn from their priors, shape errors bin by bin, events Poisson; each is fitted like data. Pulls are (fit - truth)/error.
/// </summary>
/// <param name="model">Predicts the events.</param>
/// <param name="form">What is minimised.</param>
/// <param name="truth">True parameters.</param>
/// <param name="seed">Seed.</param>
public sealed class ToyStudy(SpectrumModel model, ChiSquareForm form, OscillationParameters truth, ulong seed)
{
    /// <summary>Runs toys.</summary>
    /// <param name="count">How many.</param>
    /// <param name="threads">Threads; results do not depend on them.</param>
    /// <param name="progress">Told the fraction done; null for silence.</param>
    /// <param name="cancellation">Stops it.</param>
    public ToyResult Run(int count, int threads, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        SpectrumFitResult?[] fits = new SpectrumFitResult?[count];
        int done = 0;
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, toy =>
        {
            SpectrumFitResult fit = new SpectrumFit(model, form).Fit(Draw((uint)toy), truth);
            fits[toy] = fit.Status == FitStatus.Converged ? fit : null;
            progress?.Report((double)Interlocked.Increment(ref done) / count);
        });

        RunningMoments[] pulls = [.. Enumerable.Range(0, SpectrumModel.OscillationCount).Select(_ => new RunningMoments())];
        RunningMoments chi2 = new();
        double[] trueValues = [truth.Sin2Theta12, truth.Sin2Theta13, truth.Dm21Ev2, truth.Dm31Ev2];
        foreach (SpectrumFitResult fit in fits.OfType<SpectrumFitResult>())
        {
            chi2.Add(fit.Chi2);
            for (int k = 0; k < pulls.Length; k++)
            {
                pulls[k].Add((fit.ParameterValues[k] - trueValues[k]) / fit.Error((OscillationParameter)k));
            }
        }

        return new ToyResult([.. pulls], chi2, fits.Count(fit => fit is null), model.Bins.Count - SpectrumModel.OscillationCount);
    }

    private ImmutableArray<double> Draw(uint toy)
    {
        RandomSequence random = new(seed, 0, RandomStream.Toy, toy, 0);
        double[] values = new double[model.ParameterCount];
        (values[0], values[1], values[2], values[3]) = (truth.Sin2Theta12, truth.Sin2Theta13, truth.Dm21Ev2, truth.Dm31Ev2);
        for (int k = SpectrumModel.OscillationCount; k < values.Length; k++)
        {
            values[k] = random.NextNormal();
        }

        double[] counts = new double[model.Bins.Count];
        model.Predict(values, counts);
        for (int bin = 0; bin < counts.Length; bin++)
        {
            double mean = counts[bin] + (Math.Sqrt(model.ShapeVariance[bin]) * random.NextNormal());
            counts[bin] = Poisson.Sample(Math.Max(0.0, mean), ref random);
        }

        return [.. counts];
    }
}
