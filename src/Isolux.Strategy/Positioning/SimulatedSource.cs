using System.Collections.Immutable;
using Isolux.Campaign.Positioning;
using Isolux.Quantities;

namespace Isolux.Strategy.Positioning;

/// <summary>A simulated source as all systems measure it.</summary>
/// <param name="Truth">Where it is.</param>
/// <param name="Arrivals">Times at the receivers.</param>
/// <param name="Spots">Spots in the cameras.</param>
/// <param name="Cables">Lengths of the cables.</param>
internal sealed record SimulatedSource(Position Truth, ImmutableArray<UltrasoundArrival> Arrivals, ImmutableArray<CameraSpot> Spots, CableReading Cables);
