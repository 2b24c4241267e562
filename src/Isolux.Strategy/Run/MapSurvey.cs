using System.Collections.Immutable;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.Detector.Sources;

namespace Isolux.Strategy.Run;

/// <summary>The source and the points of a campaign that make the light yield and the map.</summary>
/// <param name="Source">The neutron source with the most points.</param>
/// <param name="Points">Its points.</param>
/// <param name="Centre">The one at the centre, to which the response is normalised.</param>
internal sealed record MapSurvey(CalibrationSource Source, ImmutableArray<CalibrationPoint> Points, CalibrationPoint Centre)
{
    private const double ToleranceMm = 1.0;

    /// <summary>Finds them in a plan.</summary>
    /// <exception cref="InvalidSpecificationException">There is no neutron source, no point at the centre, or no point off the axis.</exception>
    public static MapSurvey Of(DetectorDescription detector, ExpandedPlan plan)
    {
        CalibrationSource source = detector.Sources.Where(candidate => candidate.Kind == SourceKind.Neutron).MaxBy(candidate => plan.PointsOf(candidate.Name).Length)
            ?? throw Fault(detector.Name, "sources", null, "the light yield and the map come from the neutron-capture line", "declare a neutron source");
        ImmutableArray<CalibrationPoint> points = plan.PointsOf(source.Name);
        CalibrationPoint centre = points.FirstOrDefault(point => point.Position.RadiusMm < ToleranceMm)
            ?? throw Fault(plan.Name, "rows", source.Name, "no point lies at the centre, to which the response is normalised", "add the point rhoM 0, zM 0");
        return points.All(point => point.Position.RhoMm < ToleranceMm)
            ? throw Fault(plan.Name, "rows", source.Name, "all its points lie on the axis, and a map of radius and polar angle needs a plane", "choose a campaign with points off the axis, such as comprehensive or monthly")
            : new MapSurvey(source, points, centre);
    }

    private static InvalidSpecificationException Fault(string document, string path, string? value, string why, string suggestion) =>
        new(new SpecificationFault(document, path, value, why, suggestion));
}
