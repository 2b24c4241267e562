using Isolux.Conditions.Payloads;

namespace Isolux.Strategy.NonLinearity;

/// <summary>What simulation knows of a scintillator and the calibration of its non-linearity needs.</summary>
/// <param name="Spectra">Primary electrons of gammas.</param>
/// <param name="Electrons">Light of electrons.</param>
public sealed record ScintillatorLight(SourceSpectraPayload Spectra, ElectronLightPayload Electrons);
