using System.Collections.Immutable;
using Isolux.Campaign.Interpreters;

namespace Isolux.Cli.Commands;

/// <summary>A program over optimised routes.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Totals">Their sums.</param>
/// <param name="SavedMinutes">Total less than over the declared routes, min.</param>
/// <param name="Violations">Why it must not run; empty where it may.</param>
/// <param name="Cables">What it asks of the cables.</param>
/// <param name="Digest">Digest of the expanded plan.</param>
internal sealed record OptimisedPlanReport(ImmutableArray<PlanRowReport> Rows, PlanTotals Totals, int SavedMinutes, ImmutableArray<string> Violations, ImmutableArray<CableUse> Cables, string Digest);
