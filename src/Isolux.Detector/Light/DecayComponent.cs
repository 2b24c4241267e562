namespace Isolux.Detector.Light;

/// <summary>One exponential component of the scintillation time profile: decay time in ns and fraction of the light.</summary>
public sealed record DecayComponent(double DecayTimeNs, double Fraction);
