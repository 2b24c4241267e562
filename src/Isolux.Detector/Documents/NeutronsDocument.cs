using System.Collections.Immutable;

namespace Isolux.Detector.Documents;

/// <summary>How neutrons move, make light and end in the scintillator.</summary>
/// <param name="ThermalDiffusionCm2PerS">Diffusion coefficient of thermal neutrons, cm2/s.</param>
/// <param name="ProtonBirksConstantGPerCm2MeV">kB of recoil protons, g/cm2/MeV.</param>
/// <param name="ProtonStopping">Table of the electronic stopping power of protons: columns energyMeV and stoppingMeVCm2PerG.</param>
/// <param name="Nuclides">Nuclides that scatter and capture, by the symbol of the target's element.</param>
public sealed record NeutronsDocument(
    Measured ThermalDiffusionCm2PerS,
    Measured ProtonBirksConstantGPerCm2MeV,
    CurveDocument ProtonStopping,
    ImmutableSortedDictionary<string, NeutronNuclideDocument> Nuclides);
