using System.Collections.Immutable;

namespace Isolux.Detector.Documents;

/// <summary>Types of photosensors and where they sit: rings with the gaps between them, or a spiral.</summary>
/// <param name="Types">Types by name.</param>
/// <param name="DarkNoiseWindowNs">Length of the readout window in which dark noise is counted, ns.</param>
/// <param name="Rings">Large sensors on iso-theta rings.</param>
/// <param name="Gaps">Small sensors in the gaps between the rings' sensors.</param>
/// <param name="Spiral">Sensors on a golden-angle spiral.</param>
public sealed record PhotosensorsDocument(
    ImmutableSortedDictionary<string, PhotosensorTypeDocument> Types,
    Measured DarkNoiseWindowNs,
    RingLayoutDocument? Rings = null,
    GapLayoutDocument? Gaps = null,
    SpiralLayoutDocument? Spiral = null);
