namespace Isolux.Cli.Commands;

/// <summary>A peak width beside the fit, percent.</summary>
internal sealed record ResolutionPeakReport(string Name, double EnergyMeV, double Measured, double Error, double Fitted, double Pull);
