using System.Collections.Immutable;
using Isolux.Campaign.Kinematics;
using Isolux.Detector;
using Isolux.Detector.Deployment;
using Isolux.Quantities;

namespace Isolux.Campaign.Planning;

/// <summary>
/// Makes a plan one that hardware can run: points of a system with several loops are given to the loop that holds them with the least tension, each loop
/// deployed and retracted on its own, in the order of the plan. Positions turn into the loop's half plane; points and statistics stay.
/// </summary>
public static class LoopAssignment
{
    /// <summary>The plan with every deployment on one unit.</summary>
    /// <exception cref="InvalidSpecificationException">A point that no unit of its system holds, or a system without a drive.</exception>
    public static ExpandedPlan Apply(ExpandedPlan plan, ImmutableArray<DeploymentUnit> units)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var steps = ImmutableArray.CreateBuilder<PlanStep>(plan.Steps.Length);
        int begin = 0;
        for (int i = 0; i < plan.Steps.Length; i++)
        {
            if (plan.Steps[i].Kind == StepKind.Retract)
            {
                steps.AddRange(Assign([.. plan.Steps[begin..(i + 1)]], units));
                begin = i + 1;
            }
        }

        return plan with { Steps = [.. steps, .. plan.Steps[begin..]] };
    }

    /// <summary>The unit that carries a step of an assigned plan.</summary>
    /// <exception cref="InvalidSpecificationException">None does.</exception>
    public static DeploymentUnit UnitOf(PlanStep step, ImmutableArray<DeploymentUnit> units)
    {
        ArgumentNullException.ThrowIfNull(step);
        return units.FirstOrDefault(unit => unit.System.Name == step.System && unit.Kinematics.Admits(step.Position)) ?? throw Fault(step);
    }

    private static IEnumerable<PlanStep> Assign(ImmutableArray<PlanStep> deployment, ImmutableArray<DeploymentUnit> units)
    {
        List<(PlanStep Step, DeploymentUnit Unit, Position At)> held =
        [
            .. deployment[..^1].Select(step =>
            {
                (DeploymentUnit unit, Position at) = Best(step, units);
                return (step, unit, at);
            }),
        ];
        foreach (var group in held.GroupBy(h => h.Unit))
        {
            Position? previous = null;
            foreach ((PlanStep step, _, Position at) in group)
            {
                StepKind kind = step.Kind == StepKind.TakeData ? step.Kind : previous is null ? StepKind.Deploy : StepKind.Move;
                yield return At(step, at) with { Kind = kind };
                previous = at;
            }

            yield return At(deployment[^1], previous!.Value);
        }
    }

    private static PlanStep At(PlanStep step, Position at) => step with { XMm = at.XMm, YMm = at.YMm, ZMm = at.ZMm };

    private static (DeploymentUnit Unit, Position At) Best(PlanStep step, ImmutableArray<DeploymentUnit> units)
    {
        List<(DeploymentUnit Unit, Position At)> able = [.. Candidates(step, units).Where(candidate => candidate.Unit.Kinematics.Admits(candidate.At))];
        return able.Count > 0
            ? able.MinBy(candidate => Largest(candidate.Unit.Kinematics.TensionsAt(candidate.At)))
            : throw Fault(step);
    }

    private static IEnumerable<(DeploymentUnit Unit, Position At)> Candidates(PlanStep step, ImmutableArray<DeploymentUnit> units) => units
        .Where(unit => unit.System.Name == step.System)
        .Select(unit => (unit, unit.Kinematics is CableLoopKinematics loop ? loop.InPlane(step.Position.RhoMm, step.ZMm) : step.Position));

    private static double Largest(CableTensions tensions) => Math.Max(tensions.FirstN, tensions.SecondN);

    private static InvalidSpecificationException Fault(PlanStep step) => new(new SpecificationFault(
        "the plan",
        $"row '{step.Row}'",
        FormattableString.Invariant($"(rho {step.Position.RhoMm / 1000.0:F2} m, z {step.ZMm / 1000.0:F2} m)"),
        $"no declared drive of '{step.System}' holds a source there",
        "move the point, or declare the drive of the system"));
}
