namespace Isolux.Detector.Documents;

/// <summary>Parameters of the density effect (Sternheimer and Peierls), C given positive.</summary>
/// <param name="PlasmaEnergyEv">Plasma energy, eV.</param>
/// <param name="C">C.</param>
/// <param name="X0">X0.</param>
/// <param name="X1">X1.</param>
/// <param name="A">a.</param>
/// <param name="M">m.</param>
/// <param name="Source">Where they come from.</param>
public sealed record DensityEffectDocument(double PlasmaEnergyEv, double C, double X0, double X1, double A, double M, string Source);
