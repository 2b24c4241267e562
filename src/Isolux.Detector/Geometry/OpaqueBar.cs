using Isolux.Quantities;

namespace Isolux.Detector.Geometry;

/// <summary>An opaque solid cylinder between two points: a support bar, or the chimney. Light that meets it is lost.</summary>
/// <param name="Kind">What it is, e.g. "supportBar" or "chimney".</param>
/// <param name="Start">Centre of the end face nearer to the detector centre.</param>
/// <param name="End">Centre of the other end face.</param>
/// <param name="RadiusMm">Radius of the cylinder, mm.</param>
public sealed record OpaqueBar(string Kind, Position Start, Position End, double RadiusMm);
