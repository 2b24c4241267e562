using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Isolux.Numerics.Interpolation;

namespace Isolux.Conditions.Payloads;

/// <summary>
/// Mean light of stopping electrons against kinetic energy: quenched scintillation for a grid of Birks constants, and Cherenkov light. What a Birks constant
/// means depends on the declared cut, so both belong together.
/// </summary>
public sealed record ElectronLightPayload : Payload, INamedPayload
{
    private readonly CubicSpline[] _quenched;
    private readonly double[] _logEnergies;

    /// <summary>The light of electrons in one scintillator.</summary>
    /// <param name="energiesMeV">Kinetic energies, MeV; increasing.</param>
    /// <param name="birksConstantsGPerCm2MeV">Birks constants kB, g/cm2/MeV; increasing from 0.</param>
    /// <param name="quenchedRatio">Quenched over deposited energy, [kB, energy] row by row.</param>
    /// <param name="cherenkovRatio">Cherenkov light at fC = 1 over deposited energy, in units of unquenched scintillation light, per energy.</param>
    /// <param name="deltaCutMeV">Cut on delta rays for which kB holds, MeV.</param>
    /// <param name="provenance">Where it comes from: "simulation" with its settings.</param>
    /// <exception cref="ArgumentException">Lengths do not match, an axis does not increase, or a ratio is negative or not finite.</exception>
    public ElectronLightPayload(
        ImmutableArray<double> energiesMeV,
        ImmutableArray<double> birksConstantsGPerCm2MeV,
        ImmutableArray<double> quenchedRatio,
        ImmutableArray<double> cherenkovRatio,
        double deltaCutMeV,
        string provenance)
        : base(provenance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(deltaCutMeV);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(energiesMeV[0], nameof(energiesMeV));
        RequireIncreasing(energiesMeV, nameof(energiesMeV));
        RequireIncreasing(birksConstantsGPerCm2MeV, nameof(birksConstantsGPerCm2MeV));
        if (quenchedRatio.Length != energiesMeV.Length * birksConstantsGPerCm2MeV.Length || cherenkovRatio.Length != energiesMeV.Length)
        {
            throw new ArgumentException("One quenched ratio per (kB, energy) and one Cherenkov ratio per energy are needed.", nameof(quenchedRatio));
        }

        if (!quenchedRatio.Concat(cherenkovRatio).All(ratio => ratio >= 0 && double.IsFinite(ratio)))
        {
            throw new ArgumentException("Ratios must be finite and not negative.", nameof(quenchedRatio));
        }

        EnergiesMeV = energiesMeV;
        BirksConstantsGPerCm2MeV = birksConstantsGPerCm2MeV;
        QuenchedRatio = quenchedRatio;
        CherenkovRatio = cherenkovRatio;
        DeltaCutMeV = deltaCutMeV;
        _quenched = [.. Enumerable.Range(0, energiesMeV.Length).Select(QuenchedAgainstBirks)];
        _logEnergies = [.. energiesMeV.Select(Math.Log)];
    }

    /// <inheritdoc/>
    public static string Name => "electronLight";

    /// <summary>Kinetic energies, MeV.</summary>
    public ImmutableArray<double> EnergiesMeV { get; }

    /// <summary>Birks constants, g/cm2/MeV.</summary>
    public ImmutableArray<double> BirksConstantsGPerCm2MeV { get; }

    /// <summary>Quenched over deposited energy, [kB, energy] row by row.</summary>
    public ImmutableArray<double> QuenchedRatio { get; }

    /// <summary>Cherenkov light at fC = 1 over deposited energy, per energy.</summary>
    public ImmutableArray<double> CherenkovRatio { get; }

    /// <summary>Cut on delta rays for which kB holds, MeV.</summary>
    public double DeltaCutMeV { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public override int SchemaVersion => 1;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableSortedDictionary<string, string> Units => ImmutableSortedDictionary<string, string>.Empty
        .Add("energiesMeV", "MeV").Add("birksConstantsGPerCm2MeV", "g/cm2/MeV").Add("quenchedRatio", "1").Add("cherenkovRatio", "1").Add("deltaCutMeV", "MeV");

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableArray<HeadlineValue> Headlines => [new("cut", DeltaCutMeV, 0.0, "MeV")];

    /// <summary>Visible over kinetic energy against ln(E/MeV), in units of unquenched scintillation light, for one Birks constant and Cherenkov factor.</summary>
    /// <param name="birksConstantGPerCm2MeV">kB, g/cm2/MeV; interpolated by splines.</param>
    /// <param name="cherenkovFactor">fC.</param>
    public CubicSpline CurveAt(double birksConstantGPerCm2MeV, double cherenkovFactor)
    {
        double[] ratios = new double[EnergiesMeV.Length];
        for (int i = 0; i < ratios.Length; i++)
        {
            ratios[i] = _quenched[i].Evaluate(birksConstantGPerCm2MeV) + (cherenkovFactor * CherenkovRatio[i]);
        }

        return new CubicSpline(_logEnergies, ratios);
    }

    private CubicSpline QuenchedAgainstBirks(int energy)
    {
        double[] column = [.. BirksConstantsGPerCm2MeV.Select((_, k) => QuenchedRatio[(k * EnergiesMeV.Length) + energy])];
        return new CubicSpline(BirksConstantsGPerCm2MeV.AsSpan(), column);
    }

    private static void RequireIncreasing(ImmutableArray<double> values, string name)
    {
        if (values.Length < 2 || !(values[0] >= 0) || !double.IsFinite(values[^1]) || values.Zip(values.Skip(1)).Any(pair => !(pair.Second > pair.First)))
        {
            throw new ArgumentException("At least two increasing numbers from 0 on are needed.", name);
        }
    }
}
