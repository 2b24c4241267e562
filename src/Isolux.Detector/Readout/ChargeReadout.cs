namespace Isolux.Detector.Readout;

/// <summary>Instrumental non-linearity of the large PMTs; the small ones see single photons and stay linear.</summary>
/// <param name="ChargeHalvedAtPe">True charge at which half of it is measured, PE.</param>
/// <param name="ChargeHalvedSpreadFraction">Relative Gaussian spread of that charge between channels.</param>
public sealed record ChargeReadout(double ChargeHalvedAtPe, double ChargeHalvedSpreadFraction);
