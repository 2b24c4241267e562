using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Isolux.Conditions.Payloads;

/// <summary>
/// Primary electrons and positrons (as electrons of their kinetic energy) per gamma, from Compton scattering, the photoelectric effect and pairs, with
/// annihilation gammas followed: what turns a light curve of electrons into that of gammas.
/// </summary>
public sealed record SourceSpectraPayload : Payload, INamedPayload
{
    private const double EnergyToleranceFraction = 0.01;

    /// <summary>The spectra of gammas in one scintillator.</summary>
    /// <param name="electronEnergiesMeV">Nodes, kinetic energy, MeV; increasing.</param>
    /// <param name="lines">Gammas in increasing energy, each with one yield per node.</param>
    /// <param name="positronEnergiesMeV">Kinetic energies of positrons, MeV; increasing.</param>
    /// <param name="positronRatio">Light of a positron beyond that of one at rest over the light of an electron of the same kinetic energy.</param>
    /// <param name="provenance">Where they come from: "simulation" with its settings.</param>
    /// <exception cref="ArgumentException">Energies do not increase, a number is not finite, or a line misses its energy by more than 1 %.</exception>
    public SourceSpectraPayload(
        ImmutableArray<double> electronEnergiesMeV,
        ImmutableArray<GammaLineSpectrum> lines,
        ImmutableArray<double> positronEnergiesMeV,
        ImmutableArray<double> positronRatio,
        string provenance)
        : base(provenance)
    {
        RequireIncreasing(electronEnergiesMeV, nameof(electronEnergiesMeV));
        RequireIncreasing([.. lines.Select(line => line.EnergyMeV)], nameof(lines));
        RequireIncreasing(positronEnergiesMeV, nameof(positronEnergiesMeV));
        if (positronRatio.Length != positronEnergiesMeV.Length || !positronRatio.All(ratio => ratio > 0 && double.IsFinite(ratio)))
        {
            throw new ArgumentException("One positive ratio per energy of positrons is needed.", nameof(positronRatio));
        }

        foreach (GammaLineSpectrum line in lines)
        {
            if (line.ElectronYield.Length != electronEnergiesMeV.Length || !line.ElectronYield.All(double.IsFinite))
            {
                throw new ArgumentException($"The gamma of {line.EnergyMeV} MeV needs one finite yield per node.", nameof(lines));
            }

            double carriedMeV = electronEnergiesMeV.Zip(line.ElectronYield, (energy, yield) => energy * yield).Sum();
            if (!(Math.Abs(carriedMeV - line.EnergyMeV) <= EnergyToleranceFraction * line.EnergyMeV))
            {
                throw new ArgumentException($"The electrons of the gamma of {line.EnergyMeV} MeV carry {carriedMeV} MeV.", nameof(lines));
            }
        }

        ElectronEnergiesMeV = electronEnergiesMeV;
        Lines = lines;
        PositronEnergiesMeV = positronEnergiesMeV;
        PositronRatio = positronRatio;
    }

    /// <inheritdoc/>
    public static string Name => "sourceSpectra";

    /// <summary>Nodes: kinetic energies, MeV.</summary>
    public ImmutableArray<double> ElectronEnergiesMeV { get; }

    /// <summary>Gammas in increasing energy.</summary>
    public ImmutableArray<GammaLineSpectrum> Lines { get; }

    /// <summary>Kinetic energies of positrons, MeV.</summary>
    public ImmutableArray<double> PositronEnergiesMeV { get; }

    /// <summary>
    /// Light of a positron beyond that of one at rest over the light of an electron of the same kinetic energy: it loses energy a little differently, and some annihilate
    /// in flight.
    /// </summary>
    public ImmutableArray<double> PositronRatio { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public override int SchemaVersion => 1;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableSortedDictionary<string, string> Units => ImmutableSortedDictionary<string, string>.Empty
        .Add("electronEnergiesMeV", "MeV").Add("lines.energyMeV", "MeV").Add("lines.electronYield", "1").Add("positronEnergiesMeV", "MeV").Add("positronRatio", "1");

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableArray<HeadlineValue> Headlines => [new("gammas", Lines.Length, 0.0, "1")];

    private static void RequireIncreasing(ImmutableArray<double> energiesMeV, string name)
    {
        if (energiesMeV.Length < 2 || !(energiesMeV[0] > 0) || energiesMeV.Zip(energiesMeV.Skip(1)).Any(pair => !(pair.Second > pair.First)))
        {
            throw new ArgumentException("At least two positive, increasing energies are needed.", name);
        }
    }
}
