namespace Isolux.Detector.Reactors;

/// <summary>Published delta chi2 between the mass orderings.</summary>
/// <param name="FullPowerYears">Years at the full power of all cores.</param>
/// <param name="LowDeltaChi2">Smaller of the values for the two true orderings.</param>
/// <param name="HighDeltaChi2">Larger of them.</param>
public sealed record PublishedOrdering(double FullPowerYears, double LowDeltaChi2, double HighDeltaChi2);
