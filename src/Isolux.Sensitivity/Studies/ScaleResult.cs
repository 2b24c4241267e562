using System.Collections.Immutable;

namespace Isolux.Sensitivity.Studies;

/// <summary>What energy-scale errors cost, the normal ordering being true.</summary>
/// <param name="Offsets">The whole scale multiplied.</param>
/// <param name="Tilts">The scale turned about the n-H line: percent per 3 MeV.</param>
/// <param name="Band">Scales drawn from the calibrated band; their size is the largest deviation from 1 to 8 MeV, percent.</param>
public sealed record ScaleResult(ImmutableArray<ScalePoint> Offsets, ImmutableArray<ScalePoint> Tilts, ImmutableArray<ScalePoint> Band);
