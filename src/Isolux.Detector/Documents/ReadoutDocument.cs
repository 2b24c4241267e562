namespace Isolux.Detector.Documents;

/// <summary>How the charge of a large PMT is read out.</summary>
/// <param name="ChargeHalvedAtPe">True charge at which half of it is measured, PE.</param>
/// <param name="ChargeHalvedSpreadFraction">Relative Gaussian spread of that charge between channels.</param>
public sealed record ReadoutDocument(Measured ChargeHalvedAtPe, Measured ChargeHalvedSpreadFraction);
