using System.Collections.Immutable;

namespace Isolux.Campaign.Engine;

/// <summary>All a run needs to go on.</summary>
/// <param name="PlanDigest">Digest of the plan it belongs to.</param>
/// <param name="Started">When the run started.</param>
/// <param name="NextStep">First step that is not done.</param>
/// <param name="Documents">Documents that count.</param>
/// <param name="Points">Points taken.</param>
/// <param name="Mounted">Source on every spool, by unit and spool; empty where none.</param>
/// <param name="Spools">Spool that works, by unit.</param>
/// <param name="Out">Unit whose source may be out of storage; null where none is.</param>
/// <param name="Stuck">Units whose source is declared stuck.</param>
/// <param name="Ending">Why the run ends before its plan does; null while it goes on.</param>
/// <param name="Memory">What the site wants kept.</param>
/// <param name="Outcome">How the run ended; null while it goes on.</param>
public sealed record Checkpoint(
    string PlanDigest,
    DateTimeOffset Started,
    int NextStep,
    int Documents,
    int Points,
    ImmutableArray<ImmutableArray<string>> Mounted,
    ImmutableArray<int> Spools,
    int? Out,
    ImmutableArray<int> Stuck,
    string? Ending,
    string Memory,
    EngineOutcome? Outcome);
