using System.Collections.Immutable;
using Isolux.Numerics.Interpolation;

namespace Isolux.Detector.Neutrons;

/// <summary>How neutrons move, make light and end in the scintillator.</summary>
/// <param name="ThermalDiffusionCm2PerS">Diffusion coefficient of thermal neutrons, cm2/s.</param>
/// <param name="ProtonBirksConstantGPerCm2MeV">kB of recoil protons, g/cm2/MeV.</param>
/// <param name="ProtonStoppingMeVCm2PerG">Electronic stopping power of protons against their energy in MeV.</param>
/// <param name="Nuclides">Nuclides that scatter and capture.</param>
public sealed record NeutronModel(
    double ThermalDiffusionCm2PerS,
    double ProtonBirksConstantGPerCm2MeV,
    SampledCurve ProtonStoppingMeVCm2PerG,
    ImmutableArray<NeutronNuclide> Nuclides);
