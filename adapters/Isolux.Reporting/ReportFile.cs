using System.Collections.Immutable;

namespace Isolux.Reporting;

/// <summary>One file of a report.</summary>
/// <param name="Name">Path inside the folder of the report.</param>
/// <param name="Content">Content.</param>
public sealed record ReportFile(string Name, ImmutableArray<byte> Content);
