using System.Collections.Immutable;
using Isolux.Campaign.Engine;
using Isolux.Campaign.Kinematics;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.Quantities;

namespace Isolux.Campaign.Interpreters;

/// <summary>
/// The second checking interpreter: walks the ways between the points of a plan on declared drives, with their limits of cable and tension and the forbidden regions. A point with a way in may
/// have none out: near the chord of a loop the straight way home needs more tension than the point itself.
/// </summary>
public static class PlanWays
{
    /// <summary>One sentence per step without an admitted way; empty when the plan may run.</summary>
    /// <param name="plan">A plan with every deployment on one unit (<see cref="LoopAssignment"/>).</param>
    /// <param name="units">The units.</param>
    /// <exception cref="InvalidSpecificationException">No unit carries a step.</exception>
    public static ImmutableArray<string> Check(ExpandedPlan plan, ImmutableArray<DeploymentUnit> units)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var violations = ImmutableArray.CreateBuilder<string>();
        Position? at = null;
        foreach (PlanStep step in plan.Steps.Where(step => step.Kind != StepKind.TakeData))
        {
            DeploymentUnit unit = LoopAssignment.UnitOf(step, units);
            Position from = step.Kind == StepKind.Deploy ? unit.Kinematics.Park : at ?? unit.Kinematics.Park;
            Position to = step.Kind == StepKind.Retract ? unit.Kinematics.Park : step.Position;
            if (!DeploymentWay.IsAdmitted(unit, from, to))
            {
                violations.Add(FormattableString.Invariant(
                    $"The point ({step.XMm / 1000.0:F2}, {step.YMm / 1000.0:F2}, {step.ZMm / 1000.0:F2}) m of {step.Source} must not be visited (no admitted way of {unit.Name} leads {(step.Kind == StepKind.Retract ? "home from there" : "there")}); move the point."));
            }

            at = step.Position;
        }

        return violations.ToImmutable();
    }
}
