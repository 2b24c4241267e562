using System.Collections.Immutable;
using Isolux.Conditions.Payloads;
using Isolux.Detector.Light;
using Isolux.Detector.Reactors;
using Isolux.Sensitivity.Response;
using Isolux.Sensitivity.Spectra;
using Isolux.Sensitivity.Statistics;

namespace Isolux.Sensitivity.Studies;

/// <summary>Data as one release of the non-linearity would have them, fitted with another; the normal ordering is true.</summary>
/// <param name="experiment">The experiment.</param>
/// <param name="resolution">Energy resolution.</param>
/// <param name="fullPowerYears">Years at full power.</param>
public sealed class ReleaseComparison(ReactorExperiment experiment, ResolutionModel resolution, double fullPowerYears)
{
    private const double DaysPerYear = 365.25;

    /// <summary>The shifts.</summary>
    /// <param name="truth">Constants the data are made with.</param>
    /// <param name="used">Constants, with their covariance as nuisance parameters, the data are fitted with.</param>
    public ReleaseShift Evaluate(ElectronNonLinearityPayload truth, ElectronNonLinearityPayload used) =>
        Evaluate(PositronEnergyScale.FromPayload(truth), PositronEnergyScale.FromPayload(used));

    /// <summary>The shifts.</summary>
    /// <param name="truth">Scale the data are made with.</param>
    /// <param name="used">Scale, with its modes as nuisance parameters, the data are fitted with.</param>
    public ReleaseShift Evaluate(PositronEnergyScale truth, PositronEnergyScale used)
    {
        SpectrumFit own = Fit(truth);
        SpectrumFit other = Fit(used);
        ImmutableArray<double> data = own.Asimov(experiment.Normal);
        OrderingSensitivity before = new OrderingTest(own).Evaluate(experiment.Normal);
        OrderingSensitivity after = new OrderingTest(other).Evaluate(data, experiment.Normal);
        double Percent(OscillationParameter parameter) => 100.0 * ((after.Right.Value(parameter) / before.Right.Value(parameter)) - 1.0);
        return new ReleaseShift(
            before.DeltaChi2,
            after.DeltaChi2,
            after.Right.Chi2 - before.Right.Chi2,
            Percent(OscillationParameter.Sin2Theta12),
            Percent(OscillationParameter.Sin2Theta13),
            Percent(OscillationParameter.Dm21),
            Percent(OscillationParameter.Dm31),
            ParameterPrecision.Of(before.Right));
    }

    private SpectrumFit Fit(PositronEnergyScale scale) => new(
        new SpectrumModel(experiment, new SpectrumSettings { Resolution = resolution, Scale = scale, FullPowerDays = fullPowerYears * DaysPerYear }), ChiSquareForm.CombinedNeymanPearson);
}
