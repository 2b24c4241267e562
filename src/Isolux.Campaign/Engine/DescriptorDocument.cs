using System.Collections.Immutable;

namespace Isolux.Campaign.Engine;

/// <summary>What the events of a stream hold.</summary>
/// <param name="TimeSeconds">Time since the start of the run, s.</param>
/// <param name="Stream">Kind of the events.</param>
/// <param name="Fields">Names of their fields with units, in brackets.</param>
public sealed record DescriptorDocument(double TimeSeconds, string Stream, ImmutableArray<string> Fields) : RunDocument(TimeSeconds);
