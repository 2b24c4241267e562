using System.Collections.Immutable;
using Isolux.Detector.Light;

namespace Isolux.Detector.Documents;

/// <summary>Time profile of scintillation: a sum of exponentials.</summary>
/// <param name="Components">Decay times in ns and fractions; the fractions sum to 1.</param>
/// <param name="Source">Where they come from.</param>
public sealed record TimeProfileDocument(ImmutableArray<DecayComponent> Components, string Source);
