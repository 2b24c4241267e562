namespace Isolux.Detector.Reactors;

/// <summary>Relative errors of a reactor experiment.</summary>
/// <param name="ReactorCorrelatedFraction">Flux, common to all cores.</param>
/// <param name="ReactorUncorrelatedFraction">Flux of each core.</param>
/// <param name="DetectionFraction">Efficiency and protons.</param>
/// <param name="SpentFuelFraction">Size of the spent-fuel correction.</param>
/// <param name="NonEquilibriumFraction">Size of the non-equilibrium correction.</param>
/// <param name="MatterDensityFraction">Density of matter.</param>
public sealed record ReactorErrors(
    double ReactorCorrelatedFraction,
    double ReactorUncorrelatedFraction,
    double DetectionFraction,
    double SpentFuelFraction,
    double NonEquilibriumFraction,
    double MatterDensityFraction);
