namespace Isolux.Calibration.NonLinearity;

/// <summary>The three curves of a fitted model.</summary>
/// <param name="Gamma">Gammas against their energy.</param>
/// <param name="Electron">Electrons against kinetic energy.</param>
/// <param name="Positron">Positrons with their annihilation gammas against T + 1.022 MeV.</param>
public sealed record NonLinearityCurves(NonLinearityCurve Gamma, NonLinearityCurve Electron, NonLinearityCurve Positron);
