using System.Collections.Immutable;
using Isolux.Campaign.Kinematics;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.Quantities;
using Isolux.Storage.Documents;

namespace Isolux.Tests.Deployment;

/// <summary>Short plans with two sources on two systems, for the declared hardware of a detector.</summary>
internal static class SmallCampaign
{
    public static readonly DetectorDescription Detector = DetectorLoader.Load("juno", []);

    public static readonly ImmutableArray<DeploymentUnit> Units = DeploymentUnit.Of(Detector);

    /// <summary>Two points on the axis, one on the tube.</summary>
    public static readonly ExpandedPlan AxisAndTube = Plan([.. Leg("ACU", "AmC", (0, 17_000), (0, 16_500)), .. Leg("GTCS", "AmBe", OnTube(26.0))]);

    /// <summary>One point on the tube, two in the plane.</summary>
    public static readonly ExpandedPlan TubeAndLoop = Plan([.. Leg("GTCS", "AmC", OnTube(26.0)), .. Leg("CLS", "AmBe", (600, 16_500), (900, 16_000))]);

    /// <summary>Two points of the vehicle, not in one plane, then one on the axis.</summary>
    public static readonly ExpandedPlan VehicleAndAxis = Plan([.. Leg("ROV", "AmC", 90.0, (3_000, 16_000), (5_000, 15_000)), .. Leg("ACU", "AmBe", (0, 17_000))]);

    /// <summary>Three sources on the axis, the first one again at the end.</summary>
    public static readonly ExpandedPlan ThreeSources = Plan(
        [.. Leg("ACU", "AmC", (0, 17_400)), .. Leg("ACU", "AmBe", (0, 17_400)), .. Leg("ACU", "laser", (0, 17_400)), .. Leg("ACU", "AmC", (0, 17_300))]);

    /// <summary>The lowest point of the axis.</summary>
    public static readonly ExpandedPlan Deep = Plan([.. Leg("ACU", "AmC", (0, -17_500))]);

    /// <summary>Two points of a loop.</summary>
    public static ExpandedPlan NearTheChord(Position first, Position second) =>
        Plan([.. Leg("CLS", "AmC", (first.RhoMm, first.ZMm), (second.RhoMm, second.ZMm))]);

    private static ExpandedPlan Plan(ImmutableArray<PlanStep> steps) =>
        LoopAssignment.Apply(new ExpandedPlan("small", 1, Detector.Name, [], steps), Units);

    private static IEnumerable<PlanStep> Leg(string system, string source, params (double RhoMm, double ZMm)[] points) =>
        Leg(system, source, system == "GTCS" ? 123.0 : 0.0, points);

    private static IEnumerable<PlanStep> Leg(string system, string source, double phiDegrees, params (double RhoMm, double ZMm)[] points)
    {
        for (int i = 0; i < points.Length; i++)
        {
            yield return Step(i == 0 ? StepKind.Deploy : StepKind.Move, 12.0, 0.0, points[i]);
            yield return Step(StepKind.TakeData, 0.0, 1.0, points[i]);
        }

        yield return Step(StepKind.Retract, 12.0, 0.0, points[^1]);

        PlanStep Step(StepKind kind, double travelMin, double dataMin, (double RhoMm, double ZMm) at)
        {
            double phiRad = phiDegrees * Math.PI / 180.0;
            return new(kind, "row", system, source, at.RhoMm * Math.Cos(phiRad), at.RhoMm * Math.Sin(phiRad), at.ZMm, travelMin, dataMin, (int)(6000 * dataMin), TravelBasis.Derived);
        }
    }

    private static (double RhoMm, double ZMm) OnTube(double thetaDegrees) =>
        (17_820.0 * Math.Sin(thetaDegrees * Math.PI / 180.0), 17_820.0 * Math.Cos(thetaDegrees * Math.PI / 180.0));
}
