using System.Collections.Immutable;

namespace Isolux.Detector.Documents;

/// <summary>Deployment systems, by family and name.</summary>
/// <param name="Axis">Systems that lower a source along the vertical axis.</param>
/// <param name="CableLoops">Systems that hold a source in a half plane with two cables.</param>
/// <param name="GuideTubes">Tubes along a great circle outside the vessel.</param>
/// <param name="Vehicles">Self-driven vehicles on an umbilical.</param>
/// <param name="ForbiddenRegions">Regions no source of any system may enter, by name.</param>
public sealed record SystemsDocument(
    ImmutableSortedDictionary<string, AxisSystemDocument>? Axis = null,
    ImmutableSortedDictionary<string, CableLoopDocument>? CableLoops = null,
    ImmutableSortedDictionary<string, GuideTubeDocument>? GuideTubes = null,
    ImmutableSortedDictionary<string, VehicleDocument>? Vehicles = null,
    ImmutableSortedDictionary<string, ForbiddenRegionDocument>? ForbiddenRegions = null);
