using System.Collections.Immutable;
using Isolux.Campaign.Interpreters;
using Isolux.Campaign.Kinematics;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.Detector.Deployment;
using Isolux.Quantities;

namespace Isolux.Campaign.Engine;

/// <summary>Refuses plans that cannot run, all faults at once.</summary>
internal static class RunnablePlan
{
    public static CalibrationHouse Require(ExpandedPlan plan, DetectorDescription detector, DateOnly date)
    {
        List<SpecificationFault> faults = [.. PlanLimits.Check(plan, detector).Select(violation => Fault("$.steps", null, violation.TrimEnd('.'), "correct the plan"))];
        if (plan.Steps.IsEmpty)
        {
            faults.Add(Fault("$.steps", null, "there is nothing to do", "add a row"));
        }

        foreach (string source in plan.Steps.Select(step => step.Source).Distinct())
        {
            StoredSource? stored = detector.House?.Inventory.FirstOrDefault(s => s.Source == source);
            if (stored is null)
            {
                faults.Add(Fault("$.steps", source, "the calibration house does not hold this source", "declare it in the inventory"));
            }
            else if (!stored.MayBeUsedOn(date))
            {
                faults.Add(Fault("$.steps", source, $"its leak test of {stored.LeakTest:yyyy-MM-dd} is not valid on {date:yyyy-MM-dd}", "repeat the test or choose another date"));
            }
        }

        if (faults.Count == 0)
        {
            faults.AddRange(Ways(plan, DeploymentUnit.Of(detector)));
        }

        return faults.Count == 0 ? detector.House! : throw new InvalidSpecificationException([.. faults]);
    }

    // A point with a way in may have none out: near the chord of a loop the straight way home needs more tension than the point itself.
    private static IEnumerable<SpecificationFault> Ways(ExpandedPlan plan, ImmutableArray<DeploymentUnit> units)
    {
        Position? at = null;
        foreach (PlanStep step in plan.Steps.Where(step => step.Kind != StepKind.TakeData))
        {
            DeploymentUnit unit = LoopAssignment.UnitOf(step, units);
            Position from = step.Kind == StepKind.Deploy ? unit.Kinematics.Park : at ?? unit.Kinematics.Park;
            Position to = step.Kind == StepKind.Retract ? unit.Kinematics.Park : step.Position;
            if (!DeploymentWay.IsAdmitted(unit, from, to))
            {
                yield return Fault(
                    "$.steps",
                    FormattableString.Invariant($"({step.XMm / 1000.0:F2}, {step.YMm / 1000.0:F2}, {step.ZMm / 1000.0:F2}) m"),
                    $"no admitted way of {unit.Name} leads {(step.Kind == StepKind.Retract ? "home from there" : "there")}",
                    "move the point");
            }

            at = step.Position;
        }
    }

    private static SpecificationFault Fault(string path, string? value, string why, string suggestion) => new("the plan", path, value, why, suggestion);
}
