using System.Collections.Immutable;

namespace Isolux.Strategy.Summary;

/// <summary>The energy resolution table: one row per correction, and the paired steps between rows.</summary>
/// <param name="Rows">Rows in the published order.</param>
/// <param name="Steps">Change from row to row, from the same simulated events.</param>
public sealed record ResolutionSummary(ImmutableArray<ResolutionRow> Rows, ImmutableArray<ResolutionStep> Steps);
