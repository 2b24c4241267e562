using System.Collections.Immutable;

namespace Isolux.Strategy.Pricing;

/// <summary>What a plan buys: statistical errors of the constants it will give.</summary>
/// <param name="Sources">Lines, by source.</param>
/// <param name="Map">The map; null where the points of no source make one.</param>
/// <param name="Channels">Channels, by laser row and type of photosensor.</param>
/// <param name="Points">Every point.</param>
public sealed record PlanPrecision(
    ImmutableArray<SourcePrecision> Sources, MapPrecision? Map, ImmutableArray<ChannelPrecision> Channels, ImmutableArray<PointPrecision> Points);
