using System.Collections.Immutable;
using Isolux.Strategy.Pricing;

namespace Isolux.Cli.Commands;

/// <summary>Statistical errors a plan buys, as <c>isolux plan --json</c> prints them; single points go to a file.</summary>
/// <param name="Sources">Lines.</param>
/// <param name="Map">The map.</param>
/// <param name="Channels">Channels.</param>
internal sealed record PlanPrecisionReport(ImmutableArray<SourcePrecision> Sources, MapPrecision? Map, ImmutableArray<ChannelPrecision> Channels)
{
    public static PlanPrecisionReport? Of(PlanPrecision? precision) => precision is null ? null : new PlanPrecisionReport(precision.Sources, precision.Map, precision.Channels);
}
