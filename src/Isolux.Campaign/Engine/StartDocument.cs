namespace Isolux.Campaign.Engine;

/// <summary>A run begins.</summary>
/// <param name="TimeSeconds">0.</param>
/// <param name="Started">Date and time.</param>
/// <param name="Run">Run number.</param>
/// <param name="Campaign">Name of the campaign.</param>
/// <param name="Detector">Name of the detector.</param>
/// <param name="PlanDigest">Digest of the plan as it runs.</param>
/// <param name="Steps">Steps of the plan.</param>
public sealed record StartDocument(
    double TimeSeconds, DateTimeOffset Started, int Run, string Campaign, string Detector, string PlanDigest, int Steps) : RunDocument(TimeSeconds);
