using System.Collections.Immutable;
using Isolux.Campaign.Documents;
using Isolux.Campaign.Interpreters;
using Isolux.Campaign.Kinematics;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.Detector.Deployment;
using Isolux.Storage.Documents;
using Isolux.Tests.Cli;
using Isolux.Numerics.Random;
using Isolux.Storage.Campaigns;
using Xunit;

namespace Isolux.Tests.Campaign;

public sealed class RouteTests
{
    private static readonly PlannerSettings Shortest = new() { Route = RouteOrder.Shortest };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_search_finds_the_shortest_tour_of_seven_points(uint toy)
    {
        RandomSequence random = new(11, toy, RandomStream.Toy, 0, 0);
        ImmutableArray<DeclaredPoint> points = [.. Enumerable.Range(0, 7).Select(_ => new DeclaredPoint(1.0 + (8.0 * random.NextDouble()), -10.0 + (12.0 * random.NextDouble())))];
        double shortestMin = Orders([.. points]).Min(TourMin);
        Assert.Equal(shortestMin, TravelMin(points, Shortest), 1e-9);
    }

    [Fact]
    public void Every_point_is_visited_once_and_no_tour_gets_longer()
    {
        ExpandedPlan declared = Comprehensive(new PlannerSettings());
        ExpandedPlan shortest = Comprehensive(Shortest);
        Assert.Equal(Points(declared), Points(shortest));
        Assert.Equal(shortest.Digest, Comprehensive(Shortest).Digest);
        Assert.Empty(PlanLimits.Check(shortest, SurveyedDetector.Create()));

        // A tour of 200 points after 2-opt from nearest neighbours is about 5 % longer than the shortest one (D. S. Johnson and L. A. McGeoch 1997, table 2).
        double gain = 1.0 - (CableMin(shortest) / CableMin(declared));
        Assert.InRange(gain, 0.03, 0.12);
        Assert.Equal(declared.Steps.Where(s => s.System != "CLS"), shortest.Steps.Where(s => s.System != "CLS"));
    }

    [Fact]
    public void Decayed_sources_take_longer_for_the_same_events_and_the_laser_does_not()
    {
        DetectorDescription detector = DetectorLoader.Load(Path.Combine(DocumentationTests.Root, "detectors", "juno"), []);
        ExpandedPlan later = CampaignPlanner.Expand(Read("comprehensive"), detector, new PlannerSettings { Date = new DateOnly(2026, 7, 1) });

        // 546 days after 2025-01-01; half-lives 270.93 d and 312.2 d from 100 Hz: 16.67 min x 2^(546/T).
        Assert.Equal((int)Math.Round(1e5 / 6e3 * Math.Pow(2.0, 546.0 / (2.3408e7 / 86400.0))), later.Rows.Single(r => r.Source == "Ge68").DataMinutes);
        Assert.Equal((int)Math.Round(1e5 / 6e3 * Math.Pow(2.0, 546.0 / (2.6972e7 / 86400.0))), later.Rows.Single(r => r.Source == "Mn54").DataMinutes);
        Assert.Equal(333, later.Rows.Single(r => r.Source == "laser").DataMinutes);
        Assert.Throws<InvalidSpecificationException>(() => CampaignPlanner.Expand(Read("comprehensive"), detector, new PlannerSettings { Date = new DateOnly(2100, 1, 1) }));
    }

    [Fact]
    public void A_cable_runs_out_and_in_again()
    {
        DetectorDescription detector = DetectorLoader.Load(Path.Combine(DocumentationTests.Root, "detectors", "juno"), []);
        ImmutableArray<CableUse> use = CableUse.Of(CampaignPlanner.Expand(Read("weekly"), detector), detector);
        CableUse axis = Assert.Single(use);

        // Two deployments to the centre, 29 m down and 29 m up each: the drum turns back three times.
        Assert.Equal(("ACU", 116.0, 0.0, 3), (axis.Unit, axis.FirstCableM, axis.SecondCableM, axis.Reversals));
        Assert.Empty(CableUse.Of(Comprehensive(new PlannerSettings()), SurveyedDetector.Create()));
        ImmutableArray<CableUse> all = CableUse.Of(CampaignPlanner.Expand(Read("comprehensive"), detector), detector);
        Assert.Equal(["ACU", "CLS 1", "CLS 2", "GTCS"], all.Select(u => u.Unit));
    }

    [Fact]
    public void Ways_between_points_keep_the_limits_of_the_drives_and_a_weaker_drive_is_named()
    {
        DetectorDescription detector = DetectorLoader.Load(Path.Combine(DocumentationTests.Root, "detectors", "juno"), []);
        foreach (PlannerSettings settings in new[] { new PlannerSettings(), Shortest })
        {
            ExpandedPlan plan = CampaignPlanner.Expand(Read("comprehensive"), detector, settings);
            Assert.Empty(PlanWays.Check(LoopAssignment.Apply(plan, DeploymentUnit.Of(detector)), DeploymentUnit.Of(detector)));
        }

        // The way home from (0, 0) by the axis leads through a region that is closed: the point itself lies outside it.
        ForbiddenRegion closed = new("closed", 0.0, 500.0, 5000.0, 6000.0);
        DetectorDescription narrowed = detector with { Systems = [.. detector.Systems.Select(s => s is AxisSystem ? s with { Forbidden = [closed] } : s)] };
        ExpandedPlan weekly = CampaignPlanner.Expand(Read("weekly"), narrowed);
        Assert.Contains(PlanWays.Check(weekly, DeploymentUnit.Of(narrowed)), violation => violation.Contains("no admitted way of ACU", StringComparison.Ordinal));
    }

    [Fact]
    public void The_drawn_path_passes_every_point_inside_the_outline_of_its_loop()
    {
        DetectorDescription detector = DetectorLoader.Load(Path.Combine(DocumentationTests.Root, "detectors", "juno"), []);
        PlannedPath path = PlannedPath.Of(CampaignPlanner.Expand(Read("comprehensive"), detector), detector);
        ImmutableArray<ReachOutline> outlines = ReachOutline.Of(detector);
        Assert.Equal(["CLS 1", "CLS 2"], outlines.Select(o => o.Unit));
        Assert.Equal(200, path.Ways.Where(w => w.Unit.StartsWith("CLS", StringComparison.Ordinal)).Sum(w => w.Stops.Length));
        foreach (PlannedWay way in path.Ways.Where(w => w.Unit.StartsWith("CLS", StringComparison.Ordinal)))
        {
            ReachOutline outline = outlines.Single(o => o.Unit == way.Unit);
            Assert.All(way.Stops, stop => Assert.True(outline.Border.Any(corner =>
                Math.Abs(corner.ZM - stop.ZM) <= 0.11 && Math.Abs(corner.AcrossM) >= Math.Abs(stop.AcrossM) - 0.3 && corner.AcrossM * stop.AcrossM >= 0.0)));
        }
    }

    private static double TravelMin(ImmutableArray<DeclaredPoint> points, PlannerSettings settings) => CampaignPlanner.Expand(
        new CampaignSpecification(
            "test.json",
            new CampaignDocument(1, "test", "none", 1, [new CampaignRow("row", "AmC", [new CampaignLeg("CLS", Points: points, MinutesPerPoint: 1.0)])]),
            ImmutableDictionary<string, ImmutableArray<SurveyPoint>>.Empty),
        SurveyedDetector.Create(),
        settings).Steps.Sum(step => step.TravelMinutes);

    private static double TourMin(IReadOnlyList<DeclaredPoint> order)
    {
        (double RhoM, double ZM) at = (0.07, 17.67);
        double lengthM = 0.0;
        foreach ((double RhoM, double ZM) next in order.Select(p => (p.RhoM, p.ZM)).Append(at))
        {
            lengthM += Math.Sqrt(((next.RhoM - at.RhoM) * (next.RhoM - at.RhoM)) + ((next.ZM - at.ZM) * (next.ZM - at.ZM)));
            at = next;
        }

        return lengthM / 0.43;
    }

    private static IEnumerable<IReadOnlyList<T>> Orders<T>(IReadOnlyList<T> items) => items.Count == 0
        ? [[]]
        : items.SelectMany((item, i) => Orders([.. items.Where((_, j) => j != i)]).Select(rest => (IReadOnlyList<T>)[item, .. rest]));

    private static (string System, double RhoMm, double ZMm)[] Points(ExpandedPlan plan) =>
        [.. plan.Steps.Where(s => s.Kind == StepKind.TakeData).Select(s => (s.System, s.Position.RhoMm, s.ZMm)).Order()];

    private static double CableMin(ExpandedPlan plan) => plan.Steps.Where(s => s.System == "CLS").Sum(s => s.TravelMinutes);

    private static ExpandedPlan Comprehensive(PlannerSettings settings) => CampaignPlanner.Expand(Read("comprehensive"), SurveyedDetector.Create(), settings);

    private static CampaignSpecification Read(string campaign) => CampaignFile.Read(Path.Combine(DocumentationTests.Root, "campaigns", campaign + ".json"));
}
