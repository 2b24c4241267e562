namespace Isolux.Calibration.Resolution;

/// <summary>Relative width of a peak at one visible energy.</summary>
/// <param name="VisibleEnergyMeV">Mean of the peak, MeV.</param>
/// <param name="SigmaOverEFraction">sigma/E (dimensionless).</param>
/// <param name="Error">Statistical error of sigma/E.</param>
public sealed record ResolutionPoint(double VisibleEnergyMeV, double SigmaOverEFraction, double Error);
