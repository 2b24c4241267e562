namespace Isolux.Detector.Documents;

/// <summary>Published relative errors of oscillation parameters after a time of data taking, percent.</summary>
/// <param name="CalendarDays">Days since the start.</param>
/// <param name="Sin2Theta12Percent">Error of sin^2 theta12.</param>
/// <param name="Sin2Theta13Percent">Error of sin^2 theta13.</param>
/// <param name="Dm21Percent">Error of dm2_21.</param>
/// <param name="Dm31Percent">Error of dm2_31.</param>
/// <param name="Source">Where the numbers come from.</param>
public sealed record PublishedPrecisionDocument(
    double CalendarDays, double Sin2Theta12Percent, double Sin2Theta13Percent, double Dm21Percent, double Dm31Percent, string Source);
