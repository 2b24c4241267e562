using Isolux.Campaign.Engine;

namespace Isolux.Cli.Commands;

/// <summary>What <c>isolux deploy --json</c> prints.</summary>
internal sealed record DeploymentReport(
    int FormatVersion, string Campaign, string Detector, EngineOutcome Outcome, int Points, int Steps, int StepsDone, double ElapsedMinutes, int PlannedMinutes, int Documents, string PlanDigest, string Folder);
