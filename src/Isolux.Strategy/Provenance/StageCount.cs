using System.Collections.Immutable;

namespace Isolux.Strategy.Provenance;

/// <summary>Events into and out of one stage, and why the others were lost.</summary>
/// <param name="Stage">Name of the stage.</param>
/// <param name="In">Events in.</param>
/// <param name="Out">Events out.</param>
/// <param name="LostByReason">Lost events by reason; with <paramref name="Out"/> they add to <paramref name="In"/>.</param>
public sealed record StageCount(string Stage, long In, long Out, ImmutableSortedDictionary<string, long> LostByReason);
