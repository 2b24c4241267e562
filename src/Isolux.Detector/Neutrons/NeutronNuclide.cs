using Isolux.Detector.Sources;
using Isolux.Numerics.Interpolation;

namespace Isolux.Detector.Neutrons;

/// <summary>Scattering and capture of neutrons on one nuclide of the scintillator.</summary>
/// <param name="Symbol">Symbol of its element.</param>
/// <param name="AtomicNumber">Z; recoils of Z = 1 are protons and make light.</param>
/// <param name="AtomsPerCm3">Nuclei per cm3.</param>
/// <param name="MassRatio">Mass over the mass of the neutron.</param>
/// <param name="ElasticBarn">Elastic cross section of the free nucleus in barn against the neutron's energy in MeV.</param>
/// <param name="ThermalCaptureBarn">Capture cross section at 2200 m/s, barn; it falls as 1/v.</param>
/// <param name="Capture">Gammas of a capture.</param>
public sealed record NeutronNuclide(
    string Symbol, int AtomicNumber, double AtomsPerCm3, double MassRatio, SampledCurve ElasticBarn, double ThermalCaptureBarn, DecayScheme Capture);
