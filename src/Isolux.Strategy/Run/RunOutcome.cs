using System.Collections.Immutable;
using Isolux.Conditions;
using Isolux.Strategy.Provenance;
using Isolux.Strategy.Report;
using Isolux.Strategy.Summary;

namespace Isolux.Strategy.Run;

/// <summary>Everything a run produces, apart from what only the caller knows (wall time, memory, files).</summary>
/// <param name="Summary">The numbers.</param>
/// <param name="Snapshot">The constants the events were corrected with.</param>
/// <param name="Counts">Events in and out of each stage.</param>
/// <param name="Report">Makes the report's content once the manifest is known.</param>
public sealed record RunOutcome(
    RunSummary Summary,
    ConditionsSnapshot Snapshot,
    ImmutableArray<StageCount> Counts,
    Func<RunSummary, RunManifest, ReportContent> Report);
