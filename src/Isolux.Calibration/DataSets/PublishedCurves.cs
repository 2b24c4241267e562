namespace Isolux.Calibration.DataSets;

/// <summary>Published non-linearity to compare with.</summary>
/// <param name="GammaScintillation">Scintillation non-linearity of gammas.</param>
/// <param name="GammaFull">Full non-linearity of gammas.</param>
/// <param name="ElectronFull">Full non-linearity of electrons against kinetic energy.</param>
/// <param name="PositronFull">Full non-linearity of positrons against kinetic energy + 1.022 MeV.</param>
public sealed record PublishedCurves(PublishedCurve GammaScintillation, PublishedCurve GammaFull, PublishedCurve ElectronFull, PublishedCurve PositronFull);
