using System.Collections.Immutable;

namespace Isolux.Campaign.Positioning;

/// <summary>The largest group of measures that agree on a place.</summary>
/// <param name="Members">Indices of the measures in the group.</param>
/// <param name="Estimate">What the group says.</param>
internal sealed record Agreement<T>(ImmutableArray<int> Members, T Estimate)
    where T : class;
