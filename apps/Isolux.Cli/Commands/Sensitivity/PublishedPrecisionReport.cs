namespace Isolux.Cli.Commands.Sensitivity;

/// <summary>Precision beside a published one.</summary>
internal sealed record PublishedPrecisionReport(double CalendarDays, PrecisionReport PrecisionPercent, PrecisionReport PublishedPercent);
