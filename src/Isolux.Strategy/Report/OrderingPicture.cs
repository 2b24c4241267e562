using System.Collections.Immutable;

namespace Isolux.Strategy.Report;

/// <summary>Delta chi2 (normal ordering) against the stochastic term alone, which is then the effective resolution.</summary>
/// <param name="ATildePercent">Effective resolutions, percent, increasing.</param>
/// <param name="DeltaChi2">One value each.</param>
public sealed record OrderingPicture(ImmutableArray<double> ATildePercent, ImmutableArray<double> DeltaChi2);
