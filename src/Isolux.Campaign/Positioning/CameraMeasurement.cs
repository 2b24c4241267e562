using System.Collections.Immutable;

namespace Isolux.Campaign.Positioning;

/// <summary>One exposure of a user's series.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Spots">Its spots.</param>
/// <param name="Cables">Cable lengths at the same time; null where none were read.</param>
public sealed record CameraMeasurement(string Name, ImmutableArray<CameraSpot> Spots, CableReading? Cables);
