using System.Collections.Immutable;

namespace Isolux.Campaign.Interpreters;

/// <summary>One deployment in the plane of its system.</summary>
/// <param name="Unit">What carries the source, e.g. "CLS 2".</param>
/// <param name="Row">Row of the program.</param>
/// <param name="Entrance">Where the source comes from and returns to on a straight way; null in a tube, through which it returns the way it came.</param>
/// <param name="Stops">Points in the order of the visit.</param>
public sealed record PlannedWay(string Unit, string Row, PlanePoint? Entrance, ImmutableArray<PlanePoint> Stops);
