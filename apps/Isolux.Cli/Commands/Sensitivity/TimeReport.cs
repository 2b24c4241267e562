namespace Isolux.Cli.Commands.Sensitivity;

/// <summary>Sensitivity after a time.</summary>
internal sealed record TimeReport(double CalendarYears, OrderingReport DeltaChi2, PrecisionReport PrecisionPercent);
