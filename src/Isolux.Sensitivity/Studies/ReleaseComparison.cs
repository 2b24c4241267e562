using System.Collections.Immutable;
using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Detector.Light;
using Isolux.Detector.Reactors;
using Isolux.Sensitivity.Response;
using Isolux.Sensitivity.Spectra;
using Isolux.Sensitivity.Statistics;

namespace Isolux.Sensitivity.Studies;

/// <summary>Data that one release of constants is right for, fitted with another; the normal ordering is true.</summary>
/// <param name="experiment">The experiment.</param>
/// <param name="resolution">Energy resolution.</param>
/// <param name="fullPowerYears">Years at full power.</param>
public sealed class ReleaseComparison(ReactorExperiment experiment, ResolutionModel resolution, double fullPowerYears)
{
    private const double DaysPerYear = 365.25;

    /// <summary>Minimised form; default the combined Neyman and Pearson form.</summary>
    public ChiSquareForm Form { get; init; } = ChiSquareForm.CombinedNeymanPearson;

    /// <summary>The shifts between two releases: light yield, dark noise, map and non-linearity.</summary>
    /// <param name="truth">Constants the data are made with.</param>
    /// <param name="used">Constants the data are fitted with; the covariance of its non-linearity gives the nuisance parameters.</param>
    /// <param name="reading">How energies of the one read with the other.</param>
    /// <exception cref="MissingConstantException">Only one of them has a non-linearity.</exception>
    public ReleaseShift Evaluate(ConditionsSnapshot truth, ConditionsSnapshot used, ReleaseReading reading)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(used);
        bool isCalibrated = truth.Has<ElectronNonLinearityPayload>() || used.Has<ElectronNonLinearityPayload>();
        PositronEnergyScale Scale(ConditionsSnapshot release) =>
            isCalibrated ? PositronEnergyScale.FromPayload(release.Get<ElectronNonLinearityPayload>()) : PositronEnergyScale.Of(experiment);
        return Evaluate(Scale(truth), Scale(used), reading);
    }

    /// <summary>The shifts between two non-linearities.</summary>
    /// <param name="truth">Scale the data are made with.</param>
    /// <param name="used">Scale, with its modes as nuisance parameters, the data are fitted with.</param>
    public ReleaseShift Evaluate(PositronEnergyScale truth, PositronEnergyScale used) => Evaluate(truth, used, ReleaseReading.Identity);

    private ReleaseShift Evaluate(PositronEnergyScale truth, PositronEnergyScale used, ReleaseReading reading)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(used);
        PositronEnergyScale read = truth.Distort(visibleMeV => reading.ScaleRatio + (reading.OffsetMeV / visibleMeV));
        ResolutionModel spread = resolution with { B = Math.Sqrt((resolution.B * resolution.B) + (reading.SpreadFraction * reading.SpreadFraction)) };
        ImmutableArray<double> data = Fit(read, spread).Asimov(experiment.Normal);
        OrderingSensitivity before = new OrderingTest(Fit(truth, resolution)).Evaluate(experiment.Normal);
        OrderingSensitivity after = new OrderingTest(Fit(used, resolution)).Evaluate(data, experiment.Normal);
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

    private SpectrumFit Fit(PositronEnergyScale scale, ResolutionModel width) => new(
        new SpectrumModel(experiment, new SpectrumSettings { Resolution = width, Scale = scale, FullPowerDays = fullPowerYears * DaysPerYear }), Form);
}
