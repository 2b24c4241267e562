namespace Isolux.Detector.Reactors;

/// <summary>Published relative errors of oscillation parameters, percent.</summary>
/// <param name="CalendarDays">Days since the start.</param>
/// <param name="Sin2Theta12Percent">Error of sin^2 theta12.</param>
/// <param name="Sin2Theta13Percent">Error of sin^2 theta13.</param>
/// <param name="Dm21Percent">Error of dm2_21.</param>
/// <param name="Dm31Percent">Error of dm2_31.</param>
public sealed record PublishedPrecision(double CalendarDays, double Sin2Theta12Percent, double Sin2Theta13Percent, double Dm21Percent, double Dm31Percent);
