namespace Isolux.Cli.Commands;

/// <summary>One reconstructed run; counts by status.</summary>
internal sealed record ReconstructedRunReport(string Events, string Folder, uint Run, long Count, long Converged, long TooFewHits, long NotConverged, long AtBoundary);
