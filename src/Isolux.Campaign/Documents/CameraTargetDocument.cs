using System.Collections.Immutable;

namespace Isolux.Campaign.Documents;

/// <summary>A light at a known place.</summary>
/// <param name="Name">Its name.</param>
/// <param name="PositionM">Where it is: x, y, z, m.</param>
/// <param name="SpotsPx">Spot by camera: to the right of the middle of the image and below it, pixels.</param>
public sealed record CameraTargetDocument(string Name, ImmutableArray<double> PositionM, ImmutableSortedDictionary<string, ImmutableArray<double>> SpotsPx);
