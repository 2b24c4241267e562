namespace Isolux.Detector.Documents;

/// <summary>Published delta chi2 between the mass orderings after an exposure.</summary>
/// <param name="FullPowerYears">Years at the full power of all cores.</param>
/// <param name="LowDeltaChi2">Smaller of the values for the two true orderings.</param>
/// <param name="HighDeltaChi2">Larger of them.</param>
/// <param name="Source">Where the numbers come from.</param>
public sealed record PublishedOrderingDocument(double FullPowerYears, double LowDeltaChi2, double HighDeltaChi2, string Source);
