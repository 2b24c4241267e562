namespace Isolux.Detector.Documents;

/// <summary>Re-emission of absorbed light with the scintillator's emission spectrum, not below the absorbed wavelength.</summary>
/// <param name="Probability">Probability against the absorbed wavelength; column reemissionProbability.</param>
/// <param name="LifetimeNs">Mean delay, ns.</param>
public sealed record ReemissionDocument(CurveDocument Probability, Measured LifetimeNs);
