using System.Collections.Immutable;
using System.Globalization;
using Isolux.Campaign.Documents;
using Isolux.Conditions;
using Isolux.Detector;
using Isolux.Detector.Deployment;

namespace Isolux.Campaign.Planning;

/// <summary>Finds every fault of meaning in a campaign.</summary>
internal sealed class CampaignValidator
{
    private const double MmPerM = 1000.0;

    private readonly CampaignSpecification _specification;
    private readonly DetectorDescription _detector;
    private readonly List<SpecificationFault> _faults = [];

    private CampaignValidator(CampaignSpecification specification, DetectorDescription detector)
    {
        _specification = specification;
        _detector = detector;
    }

    public static ImmutableArray<SpecificationFault> Validate(CampaignSpecification specification, DetectorDescription detector)
    {
        CampaignValidator validator = new(specification, detector);
        validator.CheckDocument();
        return [.. validator._faults];
    }

    private void CheckDocument()
    {
        CampaignDocument document = _specification.Document;
        Require(document.FormatVersion == 1, "$.formatVersion", document.FormatVersion, "this program reads version 1", "use a matching program");
        Require(document.Run is >= 0 and < RunNumber.Limit, "$.run", document.Run, "run numbers lie in [0, 2^24)", "choose another");
        Require(!document.Rows.IsDefaultOrEmpty, "$.rows", null, "a campaign without rows measures nothing", "add a row");
        for (int i = 0; i < document.Rows.Length; i++)
        {
            CheckRow(document.Rows[i], $"$.rows[{i}]");
        }
    }

    private void CheckRow(CampaignRow row, string path)
    {
        Require(
            _detector.Sources.Any(s => s.Name == row.Source),
            path + ".source",
            row.Source,
            $"detector '{_detector.Name}' does not declare this source",
            "use one of " + string.Join(", ", _detector.Sources.Select(s => s.Name)));
        Require(!row.Legs.IsDefaultOrEmpty, path + ".legs", null, "a row without legs deploys nothing", "add a leg");
        for (int i = 0; i < row.Legs.Length; i++)
        {
            CheckLeg(row.Legs[i], $"{path}.legs[{i}]");
        }
    }

    private void CheckLeg(CampaignLeg leg, string path)
    {
        DeploymentSystem? system = _detector.Systems.FirstOrDefault(s => s.Name == leg.System);
        Require(
            system is not null,
            path + ".system",
            leg.System,
            $"detector '{_detector.Name}' does not declare this system",
            "use one of " + string.Join(", ", _detector.Systems.Select(s => s.Name)));
        Require(leg.Table is null != leg.Points is null, path, null, "points stand in a table or in the leg", "give either table or points");
        Require(leg.EventsPerPoint is null != leg.MinutesPerPoint is null, path, null, "statistics are events or minutes", "give either eventsPerPoint or minutesPerPoint");
        Require(leg.EventsPerPoint is not <= 0, path + ".eventsPerPoint", leg.EventsPerPoint, "a count is positive", "give at least 1");
        Require(leg.MinutesPerPoint is null or (> 0 and < double.PositiveInfinity), path + ".minutesPerPoint", leg.MinutesPerPoint, "a time is positive", "give more than 0");
        Require(leg.AcquisitionsPerPoint > 0, path + ".acquisitionsPerPoint", leg.AcquisitionsPerPoint, "a count is positive", "give at least 1");
        if (leg.Travel is { } travel)
        {
            Require(travel.OverheadMin is >= 0 and < double.PositiveInfinity, path + ".travel.overheadMin", travel.OverheadMin, "a time is not negative", "give 0 or more");
            Require(travel.SpeedMPerMin is null or (> 0 and < double.PositiveInfinity), path + ".travel.speedMPerMin", travel.SpeedMPerMin, "a speed is positive", "give more than 0");
        }

        CheckPoints(leg, system, path);
    }

    private void CheckPoints(CampaignLeg leg, DeploymentSystem? system, string path)
    {
        ImmutableArray<DeclaredPoint> points = LegPoints.Of(leg, _specification);
        Require(!points.IsEmpty, path, leg.Table, $"it holds no points for system '{leg.System}'", "name a table that does, or list points");
        for (int i = 0; system is not null && i < points.Length; i++)
        {
            DeclaredPoint point = points[i];
            bool reachable = double.IsFinite(point.RhoM) && double.IsFinite(point.ZM) && system.CanReach(point.RhoM * MmPerM, point.ZM * MmPerM);
            string where = leg.Points is null ? $"{path}.table '{leg.Table}' point {i + 1} of '{leg.System}'" : $"{path}.points[{i}]";
            Require(reachable, where, FormattableString.Invariant($"(rho {point.RhoM} m, z {point.ZM} m)"), $"system '{leg.System}' cannot reach it", "move the point or name another system");
            bool turned = point.PhiDegrees == 0.0 || (system is VehicleSystem && double.IsFinite(point.PhiDegrees));
            Require(turned, where, FormattableString.Invariant($"(phi {point.PhiDegrees} degrees)"), $"system '{leg.System}' is bound to its plane", "leave out phiDegrees");
        }

        ImmutableArray<PointException> exceptions = leg.Exceptions ?? [];
        for (int i = 0; i < exceptions.Length; i++)
        {
            PointException exception = exceptions[i];
            Require(exception.Events > 0, $"{path}.exceptions[{i}].events", exception.Events, "a count is positive", "give at least 1");
            Require(
                points.Any(p => LegPoints.Coincide(p.RhoM, p.ZM, exception.RhoM, exception.ZM)),
                $"{path}.exceptions[{i}]",
                FormattableString.Invariant($"(rho {exception.RhoM} m, z {exception.ZM} m)"),
                "the leg has no such point",
                "name one of its points");
        }
    }

    private void Require(bool condition, string path, object? value, string why, string suggestion)
    {
        if (!condition)
        {
            _faults.Add(new SpecificationFault(_specification.File, path, Convert.ToString(value, CultureInfo.InvariantCulture), why, suggestion));
        }
    }
}
