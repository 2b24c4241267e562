using Isolux.Conditions.Payloads;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Interpolation;
using Isolux.Quantities;

namespace Isolux.Calibration.NonLinearity;

/// <summary>What data would show if a model of electrons were true: first the gamma ratios, then the counts of the beta spectrum.</summary>
public sealed class NonLinearityPredictor
{
    private readonly NonLinearityData _data;
    private readonly GammaFold _gammas;
    private readonly BetaFold? _beta;
    private readonly SampledCurve _positronRatio;

    /// <summary>A predictor for data.</summary>
    /// <param name="data">The data, for their sources and bins.</param>
    /// <param name="spectra">Primary electrons of gammas in the scintillator.</param>
    public NonLinearityPredictor(NonLinearityData data, SourceSpectraPayload spectra)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(spectra);
        _data = data;
        _gammas = new GammaFold(spectra);
        _positronRatio = new SampledCurve(spectra.PositronEnergiesMeV.AsSpan(), spectra.PositronRatio.AsSpan());
        _beta = data.Beta is null ? null : new BetaFold(data.Beta, data.InstrumentalRatio);
    }

    /// <summary>Number of predicted values.</summary>
    public int Count => _data.Gammas.Length + (_data.Beta?.ObservedCount.Length ?? 0);

    /// <summary>Parameters of the fit: those of the model, then the decays of the beta spectrum and the size of its background.</summary>
    /// <param name="model">The model.</param>
    public FitParameter[] Parameters(IElectronModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (_data.Beta is not { } beta)
        {
            return [.. model.Parameters];
        }

        var sizes = new List<FitParameter> { FitParameter.Free("decays", beta.ObservedCount.Sum()) };
        if (!beta.BackgroundCount.IsEmpty)
        {
            sizes.Add(FitParameter.Free("background", 1.0));
        }

        return [.. model.Parameters, .. sizes];
    }

    /// <summary>Predicts all values.</summary>
    /// <param name="model">The model.</param>
    /// <param name="parameterValues">Values of <see cref="Parameters"/>.</param>
    /// <param name="values">Receives <see cref="Count"/> values: ratios, then counts.</param>
    public void Predict(IElectronModel model, ReadOnlySpan<double> parameterValues, Span<double> values)
    {
        ArgumentNullException.ThrowIfNull(model);
        ReadOnlySpan<double> ofModel = parameterValues[..model.Parameters.Length];
        CubicSpline gamma = GammaCurve(model, ofModel);
        for (int i = 0; i < _data.Gammas.Length; i++)
        {
            GammaPoint point = _data.Gammas[i];
            values[i] = point.GammaEnergiesMeV.Sum(energy => energy * gamma.Evaluate(Math.Log(energy))) / point.EnergyMeV;
        }

        if (_beta is null)
        {
            return;
        }

        double[] ratio = new double[_beta.ElectronEnergiesMeV.Length];
        model.Evaluate(_beta.ElectronEnergiesMeV, ofModel, ratio);
        Span<double> counts = values[_data.Gammas.Length..];
        _beta.Fold(ratio, gamma, counts);
        double decays = parameterValues[model.Parameters.Length];
        for (int bin = 0; bin < counts.Length; bin++)
        {
            double background = _data.Beta!.BackgroundCount.IsEmpty ? 0.0 : parameterValues[^1] * _data.Beta.BackgroundCount[bin];
            counts[bin] = (decays * counts[bin]) + background;
        }
    }

    /// <summary>Visible over true energy of positrons, (T f_e(T) r(T) + two annihilation gammas)/(T + 1.022 MeV) with the simulated ratio r of positrons and electrons.</summary>
    /// <param name="model">The model of electrons.</param>
    /// <param name="parameterValues">Values of its parameters.</param>
    /// <param name="energiesMeV">Energies T + 1.022 MeV, MeV.</param>
    public double[] PositronRatio(IElectronModel model, ReadOnlySpan<double> parameterValues, ReadOnlySpan<double> energiesMeV)
    {
        const double restMeV = 2.0 * PhysicalConstants.ElectronMassMeV;
        const double smallestMeV = 1e-9;
        double annihilationMeV = restMeV * GammaCurve(model, parameterValues).Evaluate(Math.Log(PhysicalConstants.ElectronMassMeV));
        double[] kineticMeV = new double[energiesMeV.Length];
        for (int i = 0; i < kineticMeV.Length; i++)
        {
            kineticMeV[i] = Math.Max(energiesMeV[i] - restMeV, smallestMeV);
        }

        double[] ratio = new double[kineticMeV.Length];
        model.Evaluate(kineticMeV, parameterValues, ratio);
        for (int i = 0; i < ratio.Length; i++)
        {
            double kineticLightMeV = kineticMeV[i] * ratio[i] * _positronRatio.Evaluate(kineticMeV[i]);
            ratio[i] = (kineticLightMeV + annihilationMeV) / energiesMeV[i];
        }

        return ratio;
    }

    /// <summary>Visible over true energy of single gammas against ln(E/MeV).</summary>
    /// <param name="model">The model of electrons.</param>
    /// <param name="parameterValues">Values of its parameters.</param>
    public CubicSpline GammaCurve(IElectronModel model, ReadOnlySpan<double> parameterValues)
    {
        ArgumentNullException.ThrowIfNull(model);
        double[] ratio = new double[_gammas.ElectronEnergiesMeV.Length];
        model.Evaluate(_gammas.ElectronEnergiesMeV, parameterValues, ratio);
        return _gammas.Fold(ratio);
    }
}
