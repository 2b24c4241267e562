namespace Isolux.Detector.Materials;

/// <summary>
/// Density-effect correction of Sternheimer and Peierls (Phys. Rev. B 3 (1971) 3681): plasma energy in eV, and the dimensionless
/// C (given positive), X0, X1, a and m.
/// </summary>
public sealed record DensityEffect(double PlasmaEnergyEv, double C, double X0, double X1, double A, double M);
