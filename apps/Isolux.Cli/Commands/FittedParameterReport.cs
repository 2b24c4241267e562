namespace Isolux.Cli.Commands;

/// <summary>A fitted parameter.</summary>
internal sealed record FittedParameterReport(string Name, double Value, double Error, string Unit);
