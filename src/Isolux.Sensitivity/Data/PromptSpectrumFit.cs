using System.Collections.Immutable;
using Isolux.Detector.Light;
using Isolux.Detector.Reactors;
using Isolux.Numerics.Interpolation;
using Isolux.Sensitivity.Response;
using Isolux.Sensitivity.Signal;
using Isolux.Sensitivity.Spectra;
using Isolux.Sensitivity.Statistics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Isolux.Sensitivity.Data;

/// <summary>
/// Fit of a measured spectrum. Distances and powers of the cores are the detector's; the spectrum is the unfolded one of another experiment, its covariance as nuisance
/// parameters; the total is the unoscillated rate of the release; backgrounds have the shapes of the release and their rates before the fit.
/// </summary>
/// <param name="experiment">Cores, calculated spectra (for the shape within a bin of the reference) and modes of the non-linearity.</param>
/// <param name="data">The spectrum.</param>
/// <param name="resolution">Energy resolution.</param>
public sealed class PromptSpectrumFit(ReactorExperiment experiment, PromptSpectrum data, ResolutionModel resolution)
{
    private const double GridMeV = 0.025;
    private const double SmallestShare = 1e-3;

    /// <summary>Points of every contour; default 48.</summary>
    public int ContourPoints { get; init; } = 48;

    /// <summary>Minimised form; default the Poisson likelihood, because some bins hold few events.</summary>
    public ChiSquareForm Form { get; init; } = ChiSquareForm.Poisson;

    /// <summary>Fits the spectrum.</summary>
    /// <param name="ordering">Ordering in which dm31 is constrained.</param>
    public PromptSpectrumResult Fit(MassOrdering ordering = MassOrdering.Normal)
    {
        SpectrumModel model = Model();
        OscillationParameters start = Start(ordering);
        PromptPriorsDocument priors = data.Document.Priors;
        SpectrumFit fit = new(
            model,
            Form,
            new OscillationPrior(OscillationParameter.Sin2Theta13, priors.Sin2Theta13, priors.Sin2Theta13Error),
            new OscillationPrior(OscillationParameter.Dm31, start.Dm31Ev2, priors.Dm32ErrorEv2));
        SpectrumFitResult best = fit.Fit(data.ObservedCount, start);
        double[] expected = new double[model.Bins.Count];
        model.Predict(best.ParameterValues.AsSpan(), expected);
        double[] background = new double[model.Bins.Count];
        for (int k = 0; k < data.Document.Backgrounds.Count; k++)
        {
            (string name, PromptBackgroundDocument declared) = data.Document.Backgrounds.ElementAt(k);
            int index = SpectrumModel.OscillationCount + model.Nuisances.ToList().FindIndex(nuisance => nuisance.Name == "background " + name);
            double scale = 1.0 + (0.01 * declared.RateErrorPercent * best.ParameterValues[index]);
            for (int bin = 0; bin < background.Length; bin++)
            {
                background[bin] += scale * data.BackgroundCount[name][bin];
            }
        }

        return new PromptSpectrumResult(best, model.Nuisances, [.. expected], [.. background], Contour(fit, best, 2.2957), Contour(fit, best, 6.1801));
    }

    private OscillationParameters Start(MassOrdering ordering)
    {
        PromptPriorsDocument priors = data.Document.Priors;
        double dm21 = experiment.Normal.Dm21Ev2;
        double dm32 = ordering == MassOrdering.Normal ? priors.Dm32Ev2 : -priors.Dm32Ev2 - dm21;
        return new OscillationParameters(experiment.Normal.Sin2Theta12, priors.Sin2Theta13, dm21, dm32 + dm21);
    }

    // Points at a distance of given chi2, found along rays from the minimum; the matrix root of the covariance makes rays even.
    private ImmutableArray<(double Sin2Theta12, double Dm21Ev2)> Contour(SpectrumFit fit, SpectrumFitResult best, double level)
    {
        const int steps = 4;
        double error12 = best.Error(OscillationParameter.Sin2Theta12);
        double error21 = best.Error(OscillationParameter.Dm21);
        double correlation = best.Covariance.Correlation(0, 2);
        var points = ImmutableArray.CreateBuilder<(double, double)>();
        for (int i = 0; i <= ContourPoints; i++)
        {
            (double sine, double cosine) = Math.SinCos(2.0 * Math.PI * i / ContourPoints);
            double x = error12 * cosine;
            double y = error21 * ((correlation * cosine) + (Math.Sqrt(1.0 - (correlation * correlation)) * sine));
            double distance = Math.Sqrt(level);
            for (int step = 0; step < steps; step++)
            {
                OscillationParameters at = best.Oscillation with
                {
                    Sin2Theta12 = best.Oscillation.Sin2Theta12 + (distance * x),
                    Dm21Ev2 = best.Oscillation.Dm21Ev2 + (distance * y),
                };
                double rise = fit.Fit(data.ObservedCount, at, OscillationParameter.Sin2Theta12, OscillationParameter.Dm21).Chi2 - best.Chi2;
                distance *= Math.Clamp(Math.Sqrt(level / Math.Max(rise, 1e-3)), 0.7, 1.4);
            }

            points.Add((best.Oscillation.Sin2Theta12 + (distance * x), best.Oscillation.Dm21Ev2 + (distance * y)));
        }

        return points.ToImmutable();
    }

    private SpectrumModel Model()
    {
        PromptSpectrumDocument document = data.Document;
        (FissionIsotope isotope, ImmutableArray<SampledCurve> modes) = Reference();
        ReactorErrors errors = new(
            0.01 * document.UnoscillatedErrorPercent.Value, 0.0, 0.01 * document.SelectionErrorPercent.Value, 0.0, 0.0, 0.01 * document.MatterDensityErrorPercent.Value);
        ReactorExperiment here = experiment with
        {
            Isotopes = [isotope],
            SpectrumModes = modes,
            SpentFuel = SampledCurve.Constant(0.0),
            FluxScale = 1.0,
            SelectionEfficiency = 1.0,
            DutyFraction = 1.0,
            MatterDensityGPerCm3 = document.MatterDensityGPerCm3.Value,
            Errors = errors,
            ShapeErrorPercent = SampledCurve.Constant(0.0),
            Backgrounds = [.. document.Backgrounds.Select(item => Background(item.Key, item.Value))],
        };
        PositronEnergyScale scale = PositronEnergyScale.Of(
            here with { PositronEnergiesMeV = data.PositronEnergiesMeV, PositronRatio = data.PositronRatio, PositronModes = [.. experiment.PositronModes, ScaleMode()] });
        SpectrumSettings settings = new() { Resolution = resolution, Scale = scale, FullPowerDays = document.LiveDays.Value, Bins = data.Bins };
        double wanted = document.UnoscillatedPerDay.Value * document.SelectionEfficiency.Value;
        double found = new SpectrumModel(here, settings).CoreEventsPerDay(new OscillationParameters(0.0, 0.0, experiment.Normal.Dm21Ev2, experiment.Normal.Dm31Ev2), document.LiveDays.Value).Sum();
        return new SpectrumModel(here with { FluxScale = wanted / found }, settings);
    }

    private SampledCurve ScaleMode() =>
        new(data.PositronEnergiesMeV.AsSpan(), [.. data.PositronRatio.Select(ratio => 0.01 * data.Document.EnergyScalePercent.Value * ratio)]);

    // A density that integrates to the fraction of the background in every bin.
    private ReactorBackground Background(string name, PromptBackgroundDocument background)
    {
        ImmutableArray<double> counts = data.BackgroundCount[name];
        double total = counts.Sum();
        List<double> x = [];
        List<double> y = [];
        for (int bin = 0; bin < counts.Length; bin++)
        {
            double inset = 1e-6 * data.Bins.WidthMeV(bin);
            double density = counts[bin] / total / data.Bins.WidthMeV(bin);
            x.AddRange([data.Bins.EdgesMeV[bin] + inset, data.Bins.EdgesMeV[bin + 1] - inset]);
            y.AddRange([density, density]);
        }

        return new ReactorBackground(name, background.RatePerDay, 0.01 * background.RateErrorPercent, 0.0, new SampledCurve([.. x], [.. y]));
    }

    // Measured over calculated per bin of the reference, after the smearing of its unfolding; between centres a straight line.
    private (FissionIsotope Isotope, ImmutableArray<SampledCurve> Modes) Reference()
    {
        int count = data.ReferenceYield.Length;
        FissionSpectrum calculated = new(experiment.Isotopes);
        double[] centres = [.. Enumerable.Range(0, count).Select(i => 0.5 * (data.ReferenceEdgesMeV[i] + data.ReferenceEdgesMeV[i + 1]))];
        double[] mean = [.. Enumerable.Range(0, count).Select(i => Mean(energy => calculated.EvaluatePerMeV(energy) * InverseBetaDecay.EvaluateCrossSection(energy), data.ReferenceEdgesMeV[i], data.ReferenceEdgesMeV[i + 1]))];
        double[] smeared = [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count).Sum(j => data.ReferenceSmearingFraction[(i * count) + j] * mean[j]))];
        SampledCurve correction = new(centres, [.. data.ReferenceYield.Zip(smeared, (measured, expected) => measured / expected)]);
        double[] grid = [.. Enumerable.Range(0, (int)((13.0 - 1.8) / GridMeV)).Select(i => 1.8 + (i * GridMeV))];
        FissionIsotope isotope = new("reference", 1.0, calculated.EnergyPerFissionMeV, [.. grid], [.. grid.Select(energy => calculated.EvaluatePerMeV(energy) * correction.Evaluate(energy))], [], null);

        Matrix<double> relative = Matrix<double>.Build.Dense(count, count, (i, j) => data.ReferenceCovariance[(i * count) + j] / (data.ReferenceYield[i] * data.ReferenceYield[j]));
        Evd<double> evd = relative.Evd(Symmetricity.Symmetric);
        double trace = relative.Trace();
        return (isotope,
        [
            .. Enumerable.Range(0, count).Reverse()
                .Where(k => evd.EigenValues[k].Real > SmallestShare * trace)
                .Select(k => new SampledCurve(centres, [.. evd.EigenVectors.Column(k).Select(value => value * Math.Sqrt(evd.EigenValues[k].Real))])),
        ]);
    }

    private static double Mean(Func<double, double> function, double low, double high)
    {
        const int steps = 100;
        return Enumerable.Range(0, steps).Average(i => function(low + ((i + 0.5) * (high - low) / steps)));
    }
}
