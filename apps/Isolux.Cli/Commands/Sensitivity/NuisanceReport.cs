namespace Isolux.Cli.Commands.Sensitivity;

/// <summary>Where a nuisance parameter was fitted, in its standard errors.</summary>
internal sealed record NuisanceReport(string Name, double Pull);
