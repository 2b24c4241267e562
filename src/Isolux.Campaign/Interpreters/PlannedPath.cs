using System.Collections.Immutable;
using Isolux.Campaign.Kinematics;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.Detector.Deployment;
using Isolux.Quantities;

namespace Isolux.Campaign.Interpreters;

/// <summary>The drawing interpreter: every deployment of a plan as a line in the plane of its system, one half plane on either side of the axis.</summary>
/// <param name="Ways">One per deployment, in the order of work.</param>
public sealed record PlannedPath(ImmutableArray<PlannedWay> Ways)
{
    private const double MmPerM = 1000.0;

    /// <summary>The path of a plan as hardware runs it, loop by loop where drives are declared.</summary>
    public static PlannedPath Of(ExpandedPlan plan, DetectorDescription detector)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(detector);
        ImmutableArray<DeploymentUnit> units = DeploymentUnit.Of(detector);
        bool driven = plan.Steps.All(step => units.Any(unit => unit.System.Name == step.System));
        ExpandedPlan drawn = driven ? LoopAssignment.Apply(plan, units) : plan;
        var ways = ImmutableArray.CreateBuilder<PlannedWay>();
        int begin = 0;
        for (int i = 0; i < drawn.Steps.Length; i++)
        {
            if (drawn.Steps[i].Kind == StepKind.Retract)
            {
                ImmutableArray<PlanStep> steps = [.. drawn.Steps[begin..i].Where(step => step.Kind != StepKind.TakeData)];
                string unit = driven ? LoopAssignment.UnitOf(steps[0], units).Name : steps[0].System;
                ways.Add(new PlannedWay(unit, steps[0].Row, Entrance(steps[0], detector), [.. steps.Select(step => InPlane(step.Position))]));
                begin = i + 1;
            }
        }

        return new PlannedPath(ways.ToImmutable());
    }

    private static PlanePoint? Entrance(PlanStep step, DetectorDescription detector) => detector.Systems.First(system => system.Name == step.System) switch
    {
        AxisSystem axis => new PlanePoint(0.0, axis.ParkZMm / MmPerM),
        CableLoopSystem loop => new PlanePoint(Side(step.Position) * loop.ChimneyRhoMm / MmPerM, loop.ChimneyZMm / MmPerM),
        VehicleSystem vehicle => new PlanePoint(0.0, vehicle.EntryZMm / MmPerM),
        _ => null,
    };

    private static PlanePoint InPlane(Position position) => new(Side(position) * position.RhoMm / MmPerM, position.ZMm / MmPerM);

    private static double Side(Position position) => position.XMm < 0 ? -1.0 : 1.0;
}
