namespace Isolux.Cli.Commands.Sensitivity;

/// <summary>A number for either true ordering.</summary>
internal sealed record OrderingReport(double No, double Io);
