using System.Collections.Immutable;

namespace Isolux.Detector.Documents;

/// <summary>Published results to compare with.</summary>
/// <param name="ResolutionSource">Where the resolution rows were published.</param>
/// <param name="Resolution">Rows of the resolution table by name.</param>
/// <param name="NonUniformity">The map g(r) in the numbers people quote.</param>
public sealed record PublishedDocument(
    string ResolutionSource,
    ImmutableSortedDictionary<string, PublishedResolutionDocument> Resolution,
    PublishedNonUniformityDocument NonUniformity);
