using System.Collections.Immutable;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.Detector.Deployment;

namespace Isolux.Campaign.Interpreters;

/// <summary>The checking interpreter: walks a plan and reports every step that breaks a rule, without running it.</summary>
public static class PlanLimits
{
    /// <summary>One sentence per violation; empty when the plan may run.</summary>
    public static ImmutableArray<string> Check(ExpandedPlan plan, DetectorDescription detector)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(detector);
        List<string> violations = [];
        PlanStep? inside = null;
        for (int i = 0; i < plan.Steps.Length; i++)
        {
            PlanStep step = plan.Steps[i];
            if (Violation(step, inside, detector) is { } violation)
            {
                violations.Add($"Step {i + 1} ({step.Kind} {step.Source} by {step.System}) must not run ({violation}); correct the plan.");
            }

            inside = step.Kind == StepKind.Retract ? null : step;
        }

        if (inside is not null)
        {
            violations.Add($"The plan must not run (it leaves {inside.Source} in the detector); retract it at the end.");
        }

        return [.. violations];
    }

    private static string? Violation(PlanStep step, PlanStep? inside, DetectorDescription detector)
    {
        DeploymentSystem? system = detector.Systems.FirstOrDefault(s => s.Name == step.System);
        return step switch
        {
            _ when system is null => "the detector has no such system",
            { Kind: StepKind.Deploy } when inside is not null => $"{inside.Source} is still in the detector",
            { Kind: not StepKind.Deploy } when inside is null => "no source is deployed",
            { Kind: not StepKind.Deploy } when inside!.System != step.System || inside.Source != step.Source => $"{inside.Source} is deployed by {inside.System}",
            { Kind: StepKind.TakeData } when inside!.Position != step.Position => "the source is elsewhere",
            _ when !system.CanReach(step.Position.RhoMm, step.ZMm) => "the position is out of reach",
            _ => null,
        };
    }
}
