namespace Isolux.Detector.Documents;

/// <summary>Scattering and capture of neutrons on a nuclide.</summary>
/// <param name="Elastic">Table of the elastic cross section of the free nucleus: columns energyMeV and elasticBarn.</param>
/// <param name="ThermalCaptureBarn">Capture cross section at 2200 m/s, barn; it falls as 1/v.</param>
/// <param name="Capture">Gammas of a capture.</param>
public sealed record NeutronNuclideDocument(CurveDocument Elastic, Measured ThermalCaptureBarn, DecaySchemeDocument Capture);
