using System.Collections.Immutable;
using Isolux.Numerics.Interpolation;

namespace Isolux.Detector.Reactors;

/// <summary>A fissioning isotope and its antineutrinos.</summary>
/// <param name="Name">Name.</param>
/// <param name="FissionFraction">Its share of fissions.</param>
/// <param name="EnergyPerFissionMeV">Thermal energy per fission, MeV.</param>
/// <param name="EnergiesMeV">Antineutrino energies of the spectrum, MeV.</param>
/// <param name="SpectrumPerMeV">Antineutrinos per MeV and fission at these energies.</param>
/// <param name="PolynomialCoefficients">The published parametrisation exp(sum a_k E^k), to compare with.</param>
/// <param name="NonEquilibrium">Relative excess at equilibrium; null where there is no correction.</param>
public sealed record FissionIsotope(
    string Name,
    double FissionFraction,
    double EnergyPerFissionMeV,
    ImmutableArray<double> EnergiesMeV,
    ImmutableArray<double> SpectrumPerMeV,
    ImmutableArray<double> PolynomialCoefficients,
    SampledCurve? NonEquilibrium);
