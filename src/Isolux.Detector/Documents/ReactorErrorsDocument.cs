namespace Isolux.Detector.Documents;

/// <summary>Relative errors of a reactor experiment, percent.</summary>
/// <param name="ReactorCorrelatedPercent">Flux, common to all cores.</param>
/// <param name="ReactorUncorrelatedPercent">Flux of each core.</param>
/// <param name="DetectionPercent">Efficiency and protons.</param>
/// <param name="SpentFuelPercent">Size of the spent-fuel correction.</param>
/// <param name="NonEquilibriumPercent">Size of the non-equilibrium correction.</param>
/// <param name="Source">Where the numbers come from.</param>
public sealed record ReactorErrorsDocument(
    double ReactorCorrelatedPercent, double ReactorUncorrelatedPercent, double DetectionPercent, double SpentFuelPercent, double NonEquilibriumPercent, string Source);
