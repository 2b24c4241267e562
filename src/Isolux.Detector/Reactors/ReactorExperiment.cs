using System.Collections.Immutable;
using Isolux.Detector.Light;
using Isolux.Numerics.Interpolation;

namespace Isolux.Detector.Reactors;

/// <summary>Reactor antineutrinos at a detector: everything a prediction of its spectrum starts from.</summary>
public sealed record ReactorExperiment
{
    /// <summary>The cores.</summary>
    public required ImmutableArray<ReactorCore> Cores { get; init; }

    /// <summary>The isotopes; fractions sum to 1.</summary>
    public required ImmutableArray<FissionIsotope> Isotopes { get; init; }

    /// <summary>Relative changes of the spectrum by one standard error, independent of each other, against antineutrino energy in MeV; none where calculated spectra are trusted in shape.</summary>
    public ImmutableArray<SampledCurve> SpectrumModes { get; init; } = [];

    /// <summary>Antineutrinos of spent fuel over those of running fuel against energy in MeV.</summary>
    public required SampledCurve SpentFuel { get; init; }

    /// <summary>Factor that brings the spectra to the measured flux.</summary>
    public required double FluxScale { get; init; }

    /// <summary>Free protons.</summary>
    public required double TargetProtonCount { get; init; }

    /// <summary>Fraction of inverse beta decays that is selected.</summary>
    public required double SelectionEfficiency { get; init; }

    /// <summary>Fraction of the time a core runs at full power.</summary>
    public required double DutyFraction { get; init; }

    /// <summary>Density of the matter between, g/cm3.</summary>
    public required double MatterDensityGPerCm3 { get; init; }

    /// <summary>Electrons per nucleon of that matter.</summary>
    public required double ElectronFraction { get; init; }

    /// <summary>True parameters in the normal ordering.</summary>
    public required OscillationParameters Normal { get; init; }

    /// <summary>True parameters in the inverted ordering.</summary>
    public required OscillationParameters Inverted { get; init; }

    /// <summary>Energy resolution.</summary>
    public required ResolutionModel Resolution { get; init; }

    /// <summary>Energies T + 1.022 MeV of the non-linearity of positrons, MeV.</summary>
    public required ImmutableArray<double> PositronEnergiesMeV { get; init; }

    /// <summary>Visible over true energy of positrons at these energies.</summary>
    public required ImmutableArray<double> PositronRatio { get; init; }

    /// <summary>Changes of that ratio by one standard error, independent of each other, against T + 1.022 MeV.</summary>
    public required ImmutableArray<SampledCurve> PositronModes { get; init; }

    /// <summary>The backgrounds.</summary>
    public required ImmutableArray<ReactorBackground> Backgrounds { get; init; }

    /// <summary>Relative errors.</summary>
    public required ReactorErrors Errors { get; init; }

    /// <summary>Uncorrelated relative error of the signal per 20 keV against visible energy in MeV, percent.</summary>
    public required SampledCurve ShapeErrorPercent { get; init; }

    /// <summary>Published selected events of all cores per day at full power, to compare with; null where there are none.</summary>
    public double? PublishedIbdPerDay { get; init; }

    /// <summary>Published precision to compare with; empty where there is none.</summary>
    public required ImmutableArray<PublishedPrecision> PublishedPrecision { get; init; }

    /// <summary>Published distance of the orderings to compare with; null where there is none.</summary>
    public PublishedOrdering? PublishedOrdering { get; init; }

    /// <summary>Full thermal power of the cores closer than twice the closest, GW.</summary>
    public double NearPowerGW => NearCores.Sum(core => core.ThermalPowerGW);

    /// <summary>The cores closer than twice the closest one.</summary>
    public ImmutableArray<ReactorCore> NearCores => [.. Cores.Where(core => core.BaselineKm < 2.0 * Cores.Min(other => other.BaselineKm))];

    /// <summary>The true parameters of an ordering.</summary>
    public OscillationParameters Truth(MassOrdering ordering) => ordering == MassOrdering.Normal ? Normal : Inverted;
}
