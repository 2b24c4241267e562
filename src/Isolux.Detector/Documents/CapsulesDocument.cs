using System.Collections.Immutable;

namespace Isolux.Detector.Documents;

/// <summary>Capsules of calibration sources and what they hang in.</summary>
/// <param name="Materials">Materials by name.</param>
/// <param name="Kinds">Capsules by name, as sources name them.</param>
/// <param name="Fixture">What every capsule hangs in.</param>
public sealed record CapsulesDocument(
    ImmutableSortedDictionary<string, TargetDocument> Materials, ImmutableSortedDictionary<string, CapsuleDocument> Kinds, FixtureDocument Fixture);
