using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Isolux.Numerics.Interpolation;

namespace Isolux.Conditions.Payloads;

/// <summary>
/// Calibrated non-linearity of electrons, visible over kinetic energy, and of positrons with their two annihilation gammas, visible energy over T + 1.022 MeV, with the
/// covariance of the positron curve.
/// </summary>
public sealed record ElectronNonLinearityPayload : Payload, INamedPayload
{
    private readonly CubicSpline _electron;
    private readonly CubicSpline _positron;

    /// <summary>A fitted model as a curve.</summary>
    /// <param name="model">Name of the fitted model.</param>
    /// <param name="parameterNames">Names of its parameters.</param>
    /// <param name="parameterValues">Their values, each in the unit of the model.</param>
    /// <param name="parameterCovariance">Their covariance, row by row.</param>
    /// <param name="energiesMeV">Kinetic energies of the curve, MeV; positive and increasing.</param>
    /// <param name="electronRatio">Visible over kinetic energy of an electron, per energy.</param>
    /// <param name="positronEnergiesMeV">Energies T + 1.022 MeV of the positron curve, MeV; the first is that of a positron at rest.</param>
    /// <param name="positronRatio">Visible over true energy of positrons, per energy.</param>
    /// <param name="positronCovariance">Covariance of visible over true energy of positrons, row by row, statistics and correlated systematics.</param>
    /// <param name="provenance">Data and program it comes from.</param>
    /// <exception cref="ArgumentException">Lengths do not match or a number is not finite.</exception>
    public ElectronNonLinearityPayload(
        string model,
        ImmutableArray<string> parameterNames,
        ImmutableArray<double> parameterValues,
        ImmutableArray<double> parameterCovariance,
        ImmutableArray<double> energiesMeV,
        ImmutableArray<double> electronRatio,
        ImmutableArray<double> positronEnergiesMeV,
        ImmutableArray<double> positronRatio,
        ImmutableArray<double> positronCovariance,
        string provenance)
        : base(provenance)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        int count = parameterNames.Length;
        if (parameterValues.Length != count || parameterCovariance.Length != count * count || positronCovariance.Length != positronEnergiesMeV.Length * positronEnergiesMeV.Length
            || !parameterValues.Concat(parameterCovariance).Concat(positronEnergiesMeV).Concat(positronCovariance).All(double.IsFinite))
        {
            throw new ArgumentException("Covariances must be finite and square.", nameof(parameterCovariance));
        }

        if (energiesMeV.IsEmpty || !(energiesMeV[0] > 0))
        {
            throw new ArgumentException("The energies of the curve must be positive.", nameof(energiesMeV));
        }

        _positron = new CubicSpline(positronEnergiesMeV.AsSpan(), [.. positronEnergiesMeV.Zip(positronRatio, (energy, ratio) => energy * ratio)]);
        _electron = new CubicSpline([.. energiesMeV.Select(Math.Log)], electronRatio.AsSpan());
        Model = model;
        ParameterNames = parameterNames;
        ParameterValues = parameterValues;
        ParameterCovariance = parameterCovariance;
        EnergiesMeV = energiesMeV;
        ElectronRatio = electronRatio;
        PositronEnergiesMeV = positronEnergiesMeV;
        PositronRatio = positronRatio;
        PositronCovariance = positronCovariance;
    }

    /// <inheritdoc/>
    public static string Name => "electronNonLinearity";

    /// <summary>Name of the fitted model.</summary>
    public string Model { get; }

    /// <summary>Names of the model's parameters.</summary>
    public ImmutableArray<string> ParameterNames { get; }

    /// <summary>Values of the parameters, each in the unit of the model.</summary>
    public ImmutableArray<double> ParameterValues { get; }

    /// <summary>Covariance of the parameters, row by row.</summary>
    public ImmutableArray<double> ParameterCovariance { get; }

    /// <summary>Kinetic energies of the curve, MeV.</summary>
    public ImmutableArray<double> EnergiesMeV { get; }

    /// <summary>Visible over kinetic energy of an electron.</summary>
    public ImmutableArray<double> ElectronRatio { get; }

    /// <summary>Energies T + 1.022 MeV of the positron curve, MeV.</summary>
    public ImmutableArray<double> PositronEnergiesMeV { get; }

    /// <summary>Visible over true energy of positrons.</summary>
    public ImmutableArray<double> PositronRatio { get; }

    /// <summary>Covariance of visible over true energy of positrons, row by row.</summary>
    public ImmutableArray<double> PositronCovariance { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public override int SchemaVersion => 1;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableSortedDictionary<string, string> Units => ImmutableSortedDictionary<string, string>.Empty
        .Add("energiesMeV", "MeV").Add("electronRatio", "1").Add("positronEnergiesMeV", "MeV").Add("positronRatio", "1").Add("positronCovariance", "1");

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableArray<HeadlineValue> Headlines =>
    [
        new("electron at 1 MeV", ElectronVisibleMeV(1.0), 0.0, "MeV"),
        new("positron at rest", PositronVisibleMeV(0.0), 0.0, "MeV"),
    ];

    /// <summary>Visible energy of an electron of a kinetic energy, MeV; the ratio is continued as a straight line in ln E beyond the curve.</summary>
    public double ElectronVisibleMeV(double kineticMeV) => kineticMeV > 0 ? kineticMeV * _electron.Evaluate(Math.Log(kineticMeV)) : 0.0;

    /// <summary>Visible energy of a positron of a kinetic energy with its two annihilation gammas, MeV; a straight line beyond the curve.</summary>
    public double PositronVisibleMeV(double kineticMeV) => _positron.Evaluate(kineticMeV + PositronEnergiesMeV[0]);
}
