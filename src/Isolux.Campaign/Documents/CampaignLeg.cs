using System.Collections.Immutable;

namespace Isolux.Campaign.Documents;

/// <summary>One deployment of a row's source: in, through its points, out. Statistics are events or minutes, not both.</summary>
/// <param name="System">Name of the deployment system.</param>
/// <param name="Table">Table whose points of this system are visited; null where <paramref name="Points"/> lists them.</param>
/// <param name="Points">The points; null where a table holds them.</param>
/// <param name="EventsPerPoint">Events per acquisition.</param>
/// <param name="MinutesPerPoint">Minutes per acquisition.</param>
/// <param name="AcquisitionsPerPoint">Acquisitions at every point, e.g. one per laser intensity.</param>
/// <param name="Exceptions">Points with other statistics.</param>
/// <param name="Travel">Travel fitted to published times; null where it follows from geometry and the system's speed.</param>
public sealed record CampaignLeg(
    string System,
    string? Table = null,
    ImmutableArray<DeclaredPoint>? Points = null,
    int? EventsPerPoint = null,
    double? MinutesPerPoint = null,
    int AcquisitionsPerPoint = 1,
    ImmutableArray<PointException>? Exceptions = null,
    FittedTravel? Travel = null);
