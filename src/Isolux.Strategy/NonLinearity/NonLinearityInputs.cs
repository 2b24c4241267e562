using Isolux.Calibration.NonLinearity;

namespace Isolux.Strategy.NonLinearity;

/// <summary>What the calibration of the non-linearity in a run takes from outside.</summary>
/// <param name="Lights">Gives the light of the detector's scintillator.</param>
/// <param name="Beta">A measured beta spectrum, whose isotope, decays, bins, errors and resolution the simulated one takes over; null for gamma lines alone.</param>
public sealed record NonLinearityInputs(ScintillatorLightProvider Lights, BetaSpectrumData? Beta);
