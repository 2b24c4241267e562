using System.Collections.Immutable;
using Isolux.Quantities;

namespace Isolux.Campaign.Positioning;

/// <summary>A light at a known place as the cameras see it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Position">Where it is.</param>
/// <param name="Spots">At most one spot per camera.</param>
public sealed record CameraTarget(string Name, Position Position, ImmutableArray<CameraSpot> Spots);
