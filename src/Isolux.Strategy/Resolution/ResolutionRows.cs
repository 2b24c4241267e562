using System.Collections.Immutable;

namespace Isolux.Strategy.Resolution;

/// <summary>The fitted table.</summary>
/// <param name="Fits">Rows in their order.</param>
/// <param name="Steps">Changes between rows that share their events: from each correction to the next, and from its base to each varied detector.</param>
internal sealed record ResolutionRows(ImmutableArray<ResolutionRowFit> Fits, ImmutableArray<RowStep> Steps);
