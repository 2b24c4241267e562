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
            faults.AddRange(PlanWays.Check(plan, DeploymentUnit.Of(detector)).Select(violation => Fault("$.steps", null, violation.TrimEnd('.'), "correct the plan")));
        }

        return faults.Count == 0 ? detector.House! : throw new InvalidSpecificationException([.. faults]);
    }

    private static SpecificationFault Fault(string path, string? value, string why, string suggestion) => new("the plan", path, value, why, suggestion);
}
