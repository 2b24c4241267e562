using System.Collections.Immutable;
using Isolux.Campaign.Documents;
using Isolux.Detector;
using Isolux.Detector.Deployment;
using Isolux.Detector.Sources;
using Isolux.Quantities;

namespace Isolux.Campaign.Planning;

/// <summary>Expands a declared campaign into explicit steps with minutes per step.</summary>
public static class CampaignPlanner
{
    private const double MmPerM = 1000.0;
    private const double SecondsPerMinute = 60.0;
    private const double LongestDataMin = 525_600.0;

    /// <summary>Expands a campaign for a detector.</summary>
    /// <param name="specification">The campaign.</param>
    /// <param name="detector">The detector.</param>
    /// <param name="settings">Date and order of points; null for the declared ones.</param>
    /// <exception cref="InvalidSpecificationException">The document names what the detector does not have, points out of reach, or impossible numbers; all faults at once.</exception>
    public static ExpandedPlan Expand(CampaignSpecification specification, DetectorDescription detector, PlannerSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(specification);
        ArgumentNullException.ThrowIfNull(detector);
        ImmutableArray<SpecificationFault> faults = CampaignValidator.Validate(specification, detector);
        if (!faults.IsEmpty)
        {
            throw new InvalidSpecificationException(faults);
        }

        settings ??= new PlannerSettings();
        List<PlanRow> rows = [];
        List<PlanStep> steps = [];
        foreach (CampaignRow row in specification.Document.Rows)
        {
            CalibrationSource source = detector.Sources.Single(s => s.Name == row.Source);
            List<ImmutableArray<PlanStep>> legs = [.. row.Legs.Select(leg => Expand(row, leg, source, specification, detector, settings))];
            rows.Add(Price(row, legs));
            steps.AddRange(legs.SelectMany(leg => leg));
        }

        return new ExpandedPlan(specification.Document.Name, specification.Document.Run, detector.Name, [.. rows], [.. steps]);
    }

    private static PlanRow Price(CampaignRow row, List<ImmutableArray<PlanStep>> legs) => new(
        row.Name,
        row.Source,
        [.. row.Legs.Select(leg => leg.System)],
        legs.Sum(leg => leg.Count(step => step.Kind == StepKind.TakeData)),
        legs.Sum(leg => WholeMinutes(leg.Sum(step => step.TravelMinutes))),
        WholeMinutes(legs.Sum(leg => leg.Sum(step => step.DataMinutes))),
        legs.SelectMany(leg => leg).Max(step => step.Basis));

    private static ImmutableArray<PlanStep> Expand(
        CampaignRow row, CampaignLeg leg, CalibrationSource source, CampaignSpecification specification, DetectorDescription detector, PlannerSettings settings)
    {
        DeploymentSystem system = detector.Systems.Single(s => s.Name == leg.System);
        ImmutableArray<(double RhoMm, double ZMm, double PhiRad)> points =
        [
            .. LegPoints.Of(leg, specification).Select(p => (p.RhoM * MmPerM, p.ZM * MmPerM, p.PhiDegrees * (Math.PI / 180.0))),
        ];
        DeploymentRoute route = DeploymentRoute.Plan(system, points, settings.Route);
        double speedMmPerMin = leg.Travel?.SpeedMPerMin * MmPerM ?? system.SpeedMmPerMin;
        double halfOverheadMin = 0.5 * (leg.Travel?.OverheadMin ?? 0.0);
        double rateHz = settings.Date is { } date ? source.RateHzAt(date) : source.RateHz;
        TravelBasis basis = leg.Travel is null ? TravelBasis.Derived : TravelBasis.Fitted;
        List<PlanStep> steps = [];
        for (int i = 0; i < route.Points.Length; i++)
        {
            double travelMin = (route.PathsMm[i] / speedMmPerMin) + (i == 0 ? halfOverheadMin : 0.0);
            steps.Add(Step(i == 0 ? StepKind.Deploy : StepKind.Move, route.Points[i], travelMin, 0.0, 0));
            (double dataMin, int events) = Statistics(leg, route.Points[i], rateHz);
            RequireRate(dataMin, row, settings.Date);
            for (int acquisition = 0; acquisition < leg.AcquisitionsPerPoint; acquisition++)
            {
                steps.Add(Step(StepKind.TakeData, route.Points[i], 0.0, dataMin, events));
            }
        }

        steps.Add(Step(StepKind.Retract, route.Points[^1], (route.PathsMm[^1] / speedMmPerMin) + halfOverheadMin, 0.0, 0));
        return [.. steps];

        PlanStep Step(StepKind kind, Position position, double travelMin, double dataMin, int events) => new(
            kind, row.Name, leg.System, row.Source, position.XMm, position.YMm, position.ZMm, travelMin, dataMin, events, basis);
    }

    private static (double DataMin, int Events) Statistics(CampaignLeg leg, Position position, double rateHz)
    {
        double eventsPerMinute = rateHz * SecondsPerMinute;
        PointException? exception = leg.Exceptions?.FirstOrDefault(e => LegPoints.Coincide(e.RhoM, e.ZM, position.RhoMm / MmPerM, position.ZMm / MmPerM));
        if ((exception?.Events ?? leg.EventsPerPoint) is { } events)
        {
            return (events / eventsPerMinute, events);
        }

        double minutes = leg.MinutesPerPoint!.Value;
        return (minutes, (int)Math.Round(minutes * eventsPerMinute));
    }

    private static void RequireRate(double dataMin, CampaignRow row, DateOnly? date)
    {
        if (!(dataMin <= LongestDataMin))
        {
            throw new InvalidSpecificationException(new SpecificationFault(
                "the campaign",
                $"row '{row.Name}'",
                row.Source,
                FormattableString.Invariant($"the source has decayed so far on {date:yyyy-MM-dd} that one point takes more than a year"),
                "choose an earlier date, fewer events or another source"));
        }
    }

    private static int WholeMinutes(double minutes) => (int)Math.Round(minutes, MidpointRounding.AwayFromZero);
}
