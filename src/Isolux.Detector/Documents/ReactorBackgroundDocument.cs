namespace Isolux.Detector.Documents;

/// <summary>A background of inverse beta decay.</summary>
/// <param name="RatePerDay">Selected events per day.</param>
/// <param name="RateErrorPercent">Error of the rate, percent.</param>
/// <param name="ShapeErrorPercent">Uncorrelated error per 20 keV, percent.</param>
/// <param name="Source">Where the numbers come from.</param>
public sealed record ReactorBackgroundDocument(double RatePerDay, double RateErrorPercent, double ShapeErrorPercent, string Source);
