namespace Isolux.Cli.Commands;

/// <summary>Result of <c>isolux reconstruct</c>: one element per run.</summary>
internal sealed record ReconstructReport(int FormatVersion, IReadOnlyList<ReconstructedRunReport> Runs);
