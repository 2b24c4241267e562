namespace Isolux.Cli.Commands;

/// <summary>Result of <c>isolux import</c>.</summary>
internal sealed record ImportReport(int FormatVersion, string Folder, long Events, long Hits, long? HitsLeftOut);
