namespace Isolux.Strategy.Report;

/// <summary>Resolution at one energy.</summary>
/// <param name="VisibleEnergyMeV">Visible energy, MeV.</param>
/// <param name="ResolutionPercent">sigma/E, percent.</param>
/// <param name="ErrorPercent">Standard error, percent.</param>
public sealed record ResolutionSample(double VisibleEnergyMeV, double ResolutionPercent, double ErrorPercent);
