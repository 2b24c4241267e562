using System.Collections.Immutable;
using Isolux.Campaign.Interpreters;

namespace Isolux.Cli.Commands;

/// <summary>What <c>isolux plan --json</c> prints.</summary>
/// <param name="FormatVersion">1.</param>
/// <param name="Campaign">Name of the campaign.</param>
/// <param name="Detector">Name of the detector.</param>
/// <param name="Date">Date of the sources' rates; null for their reference dates.</param>
/// <param name="Rows">Rows of the program.</param>
/// <param name="Totals">Their sums.</param>
/// <param name="Violations">Why the plan must not run, a sentence each; empty where it may.</param>
/// <param name="Cables">What the plan asks of the cables; empty where no drives are declared.</param>
/// <param name="Optimised">The same program over shorter routes; null where none were asked for.</param>
/// <param name="Precision">Statistical errors of the constants the plan will give; null where the detector does not declare what they follow from.</param>
/// <param name="Digest">Digest of the expanded plan.</param>
/// <param name="Folder">Where files were written; null for nowhere.</param>
internal sealed record PlanReport(
    int FormatVersion,
    string Campaign,
    string Detector,
    DateOnly? Date,
    ImmutableArray<PlanRowReport> Rows,
    PlanTotals Totals,
    ImmutableArray<string> Violations,
    ImmutableArray<CableUse> Cables,
    OptimisedPlanReport? Optimised,
    PlanPrecisionReport? Precision,
    string Digest,
    string? Folder);
