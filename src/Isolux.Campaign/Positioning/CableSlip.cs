namespace Isolux.Campaign.Positioning;

/// <summary>A cable's length against the one the other measures expect.</summary>
/// <param name="DifferenceMm">Length read less length expected, mm.</param>
/// <param name="ErrorMm">Standard error of the difference, mm.</param>
public sealed record CableSlip(double DifferenceMm, double ErrorMm);
