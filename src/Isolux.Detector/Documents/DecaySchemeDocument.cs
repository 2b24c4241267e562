using System.Collections.Immutable;

namespace Isolux.Detector.Documents;

/// <summary>What a decay, a reaction or a capture emits.</summary>
/// <param name="Branches">The branches; their probabilities sum to 1 within 0.001.</param>
/// <param name="Source">Where the branches come from.</param>
/// <param name="Assumption">True where nobody published them; reports list it.</param>
public sealed record DecaySchemeDocument(ImmutableArray<DecayBranchDocument> Branches, string Source, bool Assumption = false);
