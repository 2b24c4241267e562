using System.Collections.Immutable;

namespace Isolux.Detector.Documents;

/// <summary>A published row of the resolution table: each number as [value, error], percent.</summary>
/// <param name="APercent">Statistical term.</param>
/// <param name="BPercent">Constant term.</param>
/// <param name="CPercent">Noise term.</param>
/// <param name="EffectivePercent">Figure of merit a~.</param>
/// <param name="BiasPercent">Energy bias; left out where none was published.</param>
public sealed record PublishedResolutionDocument(
    ImmutableArray<double> APercent,
    ImmutableArray<double> BPercent,
    ImmutableArray<double> CPercent,
    ImmutableArray<double> EffectivePercent,
    ImmutableArray<double>? BiasPercent = null);
