using System.Collections.Immutable;

namespace Isolux.Strategy.Ladder;

/// <summary>The measured ladder.</summary>
/// <param name="Lines">All lines by energy, refused ones included.</param>
/// <param name="YieldPePerMeV">Dark-subtracted peak of neutron capture on hydrogen over its energy, PE/MeV: the reference of every ratio.</param>
public sealed record LadderResult(ImmutableArray<SourceLine> Lines, double YieldPePerMeV);
