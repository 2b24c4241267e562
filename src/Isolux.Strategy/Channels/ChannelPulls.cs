using System.Collections.Immutable;

namespace Isolux.Strategy.Channels;

/// <summary>Pulls (estimate - truth) / error of one quantity of the channels of one type.</summary>
/// <param name="Quantity">The quantity.</param>
/// <param name="Type">Type of photosensor.</param>
/// <param name="Pulls">The pulls.</param>
/// <param name="MeanError">Mean of the standard errors, in the unit of the quantity.</param>
public sealed record ChannelPulls(string Quantity, string Type, ImmutableArray<double> Pulls, double MeanError);
