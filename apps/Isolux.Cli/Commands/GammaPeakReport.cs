namespace Isolux.Cli.Commands;

/// <summary>A gamma peak beside the fit: visible over true energy.</summary>
internal sealed record GammaPeakReport(string Name, double EnergyMeV, double Measured, double Error, double Fitted, double Pull);
