using System.Collections.Immutable;

namespace Isolux.Detector.Documents;

/// <summary>Composition of the scintillator, or of another material.</summary>
/// <param name="Name">Name of the material.</param>
/// <param name="Elements">Elements by symbol; mass fractions that sum to 1 within 0.001 are normalised.</param>
/// <param name="DensityGPerCm3">Density, g/cm3.</param>
/// <param name="MeanExcitationEnergyEv">Mean excitation energy, eV.</param>
/// <param name="DensityEffect">Density-effect parameters.</param>
public sealed record TargetDocument(
    string Name,
    ImmutableSortedDictionary<string, ElementDocument> Elements,
    Measured DensityGPerCm3,
    Measured MeanExcitationEnergyEv,
    DensityEffectDocument DensityEffect);
