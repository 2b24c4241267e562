namespace Isolux.Calibration.DataSets;

/// <summary>Published curves as CSV files relative to the document: energyMeV, ratio, and lowerError and upperError where there is a band.</summary>
/// <param name="GammaScintillation">Scintillation non-linearity of gammas.</param>
/// <param name="GammaFull">Full non-linearity of gammas; at the same energies.</param>
/// <param name="ElectronFull">Full non-linearity of electrons against kinetic energy.</param>
/// <param name="PositronFull">Full non-linearity of positrons against kinetic energy + 1.022 MeV.</param>
public sealed record PublishedCurvesDocument(string GammaScintillation, string GammaFull, string ElectronFull, string PositronFull);
