using System.Collections.Immutable;

namespace Isolux.Campaign.Documents;

/// <summary>One exposure of a source.</summary>
/// <param name="Name">Its name.</param>
/// <param name="SpotsPx">Spot by camera: to the right of the middle of the image and below it, pixels.</param>
/// <param name="Cables">Cable lengths at the same time.</param>
public sealed record CameraExposureDocument(string Name, ImmutableSortedDictionary<string, ImmutableArray<double>> SpotsPx, CableReadingDocument? Cables = null);
