namespace Isolux.Cli.Commands.Sensitivity;

/// <summary>A row of the resolution table and what it is worth.</summary>
internal sealed record ResolutionRowReport(string Name, double ATildePercent, double DeltaChi2);
