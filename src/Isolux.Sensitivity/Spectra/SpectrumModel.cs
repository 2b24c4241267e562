using System.Collections.Immutable;
using Isolux.Detector.Reactors;
using Isolux.Sensitivity.Response;
using Isolux.Sensitivity.Signal;

namespace Isolux.Sensitivity.Spectra;

/// <summary>
/// Expected events per bin as a function of four oscillation parameters and nuisance parameters, with exact derivatives. Fluxes, cross sections and response are computed once
/// on a fixed grid of energies; a prediction is the oscillation on that grid and one sparse product.
/// </summary>
/// <remarks>Parameters in order: sin^2 theta12, sin^2 theta13, dm21, dm31 (eV2), then the nuisance parameters in standard errors.</remarks>
public sealed class SpectrumModel : ISpectrumModel
{
    /// <summary>Number of oscillation parameters.</summary>
    public const int OscillationCount = 4;

    private const double HighestMeV = 12.6;
    private const double JoulePerMeV = 1.602176634e-13;
    private const double SecondsPerDay = 86400.0;
    private const double ShapeWidthMeV = 0.02;

    private readonly double[] _energies;
    private readonly double[] _potential;
    private readonly double[] _flux;
    private readonly double[] _spentFuel;
    private readonly double[] _nonEquilibrium;
    private readonly double[] _baselines;
    private readonly double[] _weights;
    private readonly double[][] _spectrumModes;
    private readonly double[][] _shifts;
    private readonly double[][] _backgrounds;
    private readonly double[] _backgroundSum;
    private readonly ReactorErrors _errors;
    private readonly ResponseMatrix _response;
    private readonly ImmutableArray<ReactorBackground> _kinds;
    private readonly int _firstCore;
    private readonly int _firstSpectrum;
    private readonly int _firstScale;
    private readonly int _firstBackground;

    /// <summary>Prepares a model.</summary>
    /// <param name="experiment">Reactors, detection, backgrounds and errors.</param>
    /// <param name="settings">Response, exposure and contents.</param>
    public SpectrumModel(ReactorExperiment experiment, SpectrumSettings settings)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(settings);
        Bins = settings.Bins;
        _errors = experiment.Errors;
        FissionSpectrum spectrum = new(experiment.Isotopes);
        int count = (int)Math.Ceiling((HighestMeV - InverseBetaDecay.ThresholdMeV) / settings.StepMeV);
        _energies = [.. Enumerable.Range(0, count).Select(i => InverseBetaDecay.ThresholdMeV + ((i + 0.5) * settings.StepMeV))];
        _potential = [.. _energies.Select(energy => MatterOscillation.PotentialEv2(energy, experiment.MatterDensityGPerCm3, experiment.ElectronFraction))];
        double[] crossSection = [.. _energies.Select(energy => 1e-43 * InverseBetaDecay.EvaluateCrossSection(energy) * settings.StepMeV)];
        _spentFuel = [.. _energies.Zip(crossSection, (energy, sigma) => sigma * spectrum.EvaluatePerMeV(energy) * experiment.SpentFuel.Evaluate(energy))];
        _nonEquilibrium = [.. _energies.Zip(crossSection, (energy, sigma) => sigma * spectrum.NonEquilibriumPerMeV(energy))];
        _flux = [.. _energies.Select((energy, i) => (crossSection[i] * spectrum.EvaluatePerMeV(energy)) + _spentFuel[i] + _nonEquilibrium[i])];
        _spectrumModes = settings.Ingredients.HasFlag(Ingredients.RateErrors)
            ? [.. experiment.SpectrumModes.Select(mode => _energies.Select((energy, i) => _flux[i] * mode.Evaluate(energy)).ToArray())]
            : [];
        ImmutableArray<ReactorCore> cores = settings.Ingredients.HasFlag(Ingredients.RealBaselines) ? experiment.Cores : [Merge(experiment.NearCores)];
        _baselines = [.. cores.Select(core => core.BaselineKm)];
        double fissionsPerGW = settings.FullPowerDays * SecondsPerDay * 1e9 / (spectrum.EnergyPerFissionMeV * JoulePerMeV);
        double detected = experiment.TargetProtonCount * experiment.SelectionEfficiency * experiment.FluxScale;
        _weights = [.. cores.Select(core => detected * fissionsPerGW * core.ThermalPowerGW / (4.0 * Math.PI * core.BaselineKm * core.BaselineKm * 1e10))];
        _response = new ResponseMatrix(_energies, Bins, settings.Scale, settings.Resolution);
        bool hasBackgrounds = settings.Ingredients.HasFlag(Ingredients.Backgrounds);
        _kinds = hasBackgrounds ? experiment.Backgrounds : [];
        _backgrounds = [.. _kinds.Select(kind => Integrate(kind, Bins, settings.FullPowerDays / experiment.DutyFraction))];
        _backgroundSum = [.. Enumerable.Range(0, Bins.Count).Select(bin => _backgrounds.Sum(background => background[bin]))];
        _shifts = settings.Ingredients.HasFlag(Ingredients.NonLinearityErrors)
            ? [.. settings.Scale.Modes.Select(mode => _energies.Select(energy => Prompt(energy) * mode.Evaluate(Prompt(energy))).ToArray())]
            : [];

        var nuisances = ImmutableArray.CreateBuilder<NuisanceParameter>();
        if (settings.Ingredients.HasFlag(Ingredients.RateErrors))
        {
            nuisances.AddRange(new("reactor flux"), new("detection"), new("spent fuel"), new("non-equilibrium"), new("matter density"));
            _firstCore = OscillationCount + nuisances.Count;
            nuisances.AddRange(cores.Select(core => new NuisanceParameter("core " + core.Name)));
        }

        _firstSpectrum = OscillationCount + nuisances.Count;
        nuisances.AddRange(Enumerable.Range(1, _spectrumModes.Length).Select(k => new NuisanceParameter($"spectrum {k}")));
        _firstScale = OscillationCount + nuisances.Count;
        nuisances.AddRange(Enumerable.Range(1, _shifts.Length).Select(k => new NuisanceParameter($"energy scale {k}")));
        _firstBackground = OscillationCount + nuisances.Count;
        if (settings.Ingredients.HasFlag(Ingredients.RateErrors))
        {
            nuisances.AddRange(_kinds.Select(kind => new NuisanceParameter("background " + kind.Name)));
        }

        Nuisances = nuisances.ToImmutable();
        ShapeVariance = settings.Ingredients.HasFlag(Ingredients.ShapeErrors) ? Shape(experiment) : [.. Enumerable.Repeat(0.0, Bins.Count)];
    }

    /// <inheritdoc/>
    public EnergyBins Bins { get; }

    /// <inheritdoc/>
    public ImmutableArray<NuisanceParameter> Nuisances { get; }

    /// <inheritdoc/>
    public ImmutableArray<double> ShapeVariance { get; }

    /// <inheritdoc/>
    public int ParameterCount => OscillationCount + Nuisances.Length;

    private bool HasRateErrors => _firstCore > 0;

    /// <summary>Events per day at full power that each core gives, oscillated, whatever their visible energy.</summary>
    /// <param name="parameters">Oscillation parameters.</param>
    /// <param name="fullPowerDays">Days the model was made for.</param>
    public ImmutableArray<double> CoreEventsPerDay(OscillationParameters parameters, double fullPowerDays)
    {
        double[] sums = new double[_weights.Length];
        for (int i = 0; i < _energies.Length; i++)
        {
            MatterOscillation oscillation = MatterOscillation.Solve(parameters, _potential[i], derivativeCount: 0);
            for (int core = 0; core < sums.Length; core++)
            {
                sums[core] += _weights[core] * _flux[i] * oscillation.Evaluate(_baselines[core] / _energies[i]);
            }
        }

        return [.. sums.Select(sum => sum / fullPowerDays)];
    }

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<double> parameterValues, Span<double> expectedCount)
    {
        double[] spectrum = new double[_energies.Length];
        OscillationParameters oscillation = new(parameterValues[0], parameterValues[1], parameterValues[2], parameterValues[3]);
        double matter = HasRateErrors ? 1.0 + (_errors.MatterDensityFraction * parameterValues[OscillationCount + 4]) : 1.0;
        double[] weights = Weights(parameterValues);
        for (int i = 0; i < spectrum.Length; i++)
        {
            MatterOscillation solved = MatterOscillation.Solve(oscillation, matter * _potential[i], derivativeCount: 0);
            double sum = 0;
            for (int core = 0; core < weights.Length; core++)
            {
                sum += weights[core] * solved.Evaluate(_baselines[core] / _energies[i]);
            }

            spectrum[i] = sum * Flux(i, parameterValues);
        }

        expectedCount.Clear();
        Fold(spectrum, Shift(parameterValues), expectedCount);
        AddBackgrounds(parameterValues, expectedCount);
    }

    /// <inheritdoc/>
    public void Differentiate(ReadOnlySpan<double> parameterValues, Span<double> expectedCount, double[][] slopeCount)
    {
        ArgumentNullException.ThrowIfNull(slopeCount);
        int cores = _weights.Length;
        OscillationParameters oscillation = new(parameterValues[0], parameterValues[1], parameterValues[2], parameterValues[3]);
        double matter = HasRateErrors ? 1.0 + (_errors.MatterDensityFraction * parameterValues[OscillationCount + 4]) : 1.0;
        double[] weights = Weights(parameterValues);
        double[][] byOscillation = Rows(MatterOscillation.ParameterCount);
        double[][] byCore = Rows(cores);
        double[] spectrum = new double[_energies.Length];
        double[] survival = new double[_energies.Length];
        Span<double> slopes = stackalloc double[MatterOscillation.ParameterCount];
        for (int i = 0; i < _energies.Length; i++)
        {
            MatterOscillation solved = MatterOscillation.Solve(oscillation, matter * _potential[i]);
            double flux = Flux(i, parameterValues);
            for (int core = 0; core < cores; core++)
            {
                double probability = solved.Evaluate(_baselines[core] / _energies[i], slopes);
                survival[i] += weights[core] * probability;
                byCore[core][i] = _weights[core] * probability * flux;
                for (int k = 0; k < slopes.Length; k++)
                {
                    byOscillation[k][i] += weights[core] * slopes[k] * flux;
                }
            }

            spectrum[i] = survival[i] * flux;
            byOscillation[OscillationCount][i] *= _potential[i] * _errors.MatterDensityFraction;
        }

        double[]? shift = Shift(parameterValues);
        expectedCount.Clear();
        Fold(spectrum, shift, expectedCount);
        AddBackgrounds(parameterValues, expectedCount);
        foreach (double[] slope in slopeCount)
        {
            Array.Clear(slope);
        }

        for (int k = 0; k < OscillationCount; k++)
        {
            Fold(byOscillation[k], shift, slopeCount[k]);
        }

        for (int k = 0; k < _shifts.Length; k++)
        {
            _response.AddFoldedShift(Product(_shifts[k], spectrum), slopeCount[_firstScale + k]);
        }

        for (int k = 0; k < _spectrumModes.Length; k++)
        {
            Fold(Product(_spectrumModes[k], survival), shift, slopeCount[_firstSpectrum + k]);
        }

        if (HasRateErrors)
        {
            Fold(Product(_spentFuel, survival, _errors.SpentFuelFraction), shift, slopeCount[OscillationCount + 2]);
            Fold(Product(_nonEquilibrium, survival, _errors.NonEquilibriumFraction), shift, slopeCount[OscillationCount + 3]);
            Fold(byOscillation[OscillationCount], shift, slopeCount[OscillationCount + 4]);
            for (int core = 0; core < cores; core++)
            {
                double[] slope = slopeCount[_firstCore + core];
                Fold(byCore[core], shift, slope);
                for (int bin = 0; bin < slope.Length; bin++)
                {
                    slopeCount[OscillationCount][bin] += _errors.ReactorCorrelatedFraction * slope[bin];
                    slopeCount[OscillationCount + 1][bin] += _errors.DetectionFraction * slope[bin];
                    slope[bin] *= _errors.ReactorUncorrelatedFraction;
                }
            }

            for (int k = 0; k < _kinds.Length; k++)
            {
                Array.Copy(Product(_backgrounds[k], _kinds[k].RateErrorFraction), slopeCount[_firstBackground + k], Bins.Count);
            }
        }
    }

    private static ReactorCore Merge(ImmutableArray<ReactorCore> cores)
    {
        double flux = cores.Sum(core => core.ThermalPowerGW / (core.BaselineKm * core.BaselineKm));
        double mean = cores.Sum(core => core.ThermalPowerGW / core.BaselineKm) / flux;
        return new ReactorCore("all", flux * mean * mean, mean, null, null);
    }

    private static double Prompt(double neutrinoMeV)
    {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < InverseBetaDecay.CosThetas.Length; i++)
        {
            double weight = InverseBetaDecay.CosThetaWeights[i] * InverseBetaDecay.EvaluateDifferential(neutrinoMeV, InverseBetaDecay.CosThetas[i]);
            sum += weight * (InverseBetaDecay.PositronEnergyMeV(neutrinoMeV, InverseBetaDecay.CosThetas[i]) + InverseBetaDecay.ElectronMassMeV);
            weights += weight;
        }

        return weights > 0 ? sum / weights : 2.0 * InverseBetaDecay.ElectronMassMeV;
    }

    private static double[] Integrate(ReactorBackground kind, EnergyBins bins, double calendarDays)
    {
        const int parts = 8;
        double[] counts = new double[bins.Count];
        for (int bin = 0; bin < counts.Length; bin++)
        {
            double step = bins.WidthMeV(bin) / parts;
            for (int k = 0; k < parts; k++)
            {
                counts[bin] += kind.RatePerDay * calendarDays * step * kind.Density.Evaluate(bins.EdgesMeV[bin] + ((k + 0.5) * step));
            }
        }

        return counts;
    }

    private static double[] Product(double[] left, double[] right, double factor = 1.0)
    {
        double[] product = new double[left.Length];
        for (int i = 0; i < product.Length; i++)
        {
            product[i] = factor * left[i] * right[i];
        }

        return product;
    }

    private static double[] Product(double[] left, double factor) => Array.ConvertAll(left, value => factor * value);

    private double[][] Rows(int count) => [.. Enumerable.Range(0, count).Select(_ => new double[_energies.Length])];

    private double[] Weights(ReadOnlySpan<double> values)
    {
        double[] weights = [.. _weights];
        for (int core = 0; HasRateErrors && core < weights.Length; core++)
        {
            weights[core] *= 1.0 + (_errors.ReactorCorrelatedFraction * values[OscillationCount]) + (_errors.DetectionFraction * values[OscillationCount + 1])
                + (_errors.ReactorUncorrelatedFraction * values[_firstCore + core]);
        }

        return weights;
    }

    private double Flux(int i, ReadOnlySpan<double> values)
    {
        if (!HasRateErrors)
        {
            return _flux[i];
        }

        double flux = _flux[i] + (_errors.SpentFuelFraction * values[OscillationCount + 2] * _spentFuel[i]) + (_errors.NonEquilibriumFraction * values[OscillationCount + 3] * _nonEquilibrium[i]);
        for (int k = 0; k < _spectrumModes.Length; k++)
        {
            flux += values[_firstSpectrum + k] * _spectrumModes[k][i];
        }

        return flux;
    }

    // Shift of the visible energy per grid energy; null where nothing moves.
    private double[]? Shift(ReadOnlySpan<double> values)
    {
        if (_shifts.Length == 0)
        {
            return null;
        }

        double[] shift = new double[_energies.Length];
        for (int k = 0; k < _shifts.Length; k++)
        {
            double pull = values[_firstScale + k];
            for (int i = 0; i < shift.Length; i++)
            {
                shift[i] += pull * _shifts[k][i];
            }
        }

        return shift;
    }

    private void Fold(double[] spectrum, double[]? shift, Span<double> bins)
    {
        _response.AddFolded(spectrum, bins);
        if (shift is not null)
        {
            _response.AddFoldedShift(Product(spectrum, shift), bins);
        }
    }

    private void AddBackgrounds(ReadOnlySpan<double> values, Span<double> bins)
    {
        for (int bin = 0; bin < bins.Length; bin++)
        {
            bins[bin] += _backgroundSum[bin];
        }

        for (int k = 0; HasRateErrors && k < _kinds.Length; k++)
        {
            double pull = _kinds[k].RateErrorFraction * values[_firstBackground + k];
            for (int bin = 0; bin < bins.Length; bin++)
            {
                bins[bin] += pull * _backgrounds[k][bin];
            }
        }
    }

    // Frozen at the declared truth: an uncorrelated relative error per 20 keV averages down in wider bins.
    private ImmutableArray<double> Shape(ReactorExperiment experiment)
    {
        double[] values = new double[ParameterCount];
        (values[0], values[1], values[2], values[3]) = (experiment.Normal.Sin2Theta12, experiment.Normal.Sin2Theta13, experiment.Normal.Dm21Ev2, experiment.Normal.Dm31Ev2);
        double[] total = new double[Bins.Count];
        Predict(values, total);
        double Variance(int bin)
        {
            double signal = 0.01 * experiment.ShapeErrorPercent.Evaluate(Bins.CentreMeV(bin)) * (total[bin] - _backgroundSum[bin]);
            double sum = signal * signal;
            for (int k = 0; k < _kinds.Length; k++)
            {
                double background = _kinds[k].ShapeErrorFraction * _backgrounds[k][bin];
                sum += background * background;
            }

            return sum * ShapeWidthMeV / Bins.WidthMeV(bin);
        }

        return [.. Enumerable.Range(0, Bins.Count).Select(Variance)];
    }
}
