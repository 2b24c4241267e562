namespace Isolux.Campaign.Engine;

/// <summary>Something interrupted the work or was mended.</summary>
/// <param name="TimeSeconds">Time since the start of the run, s.</param>
/// <param name="Step">Step of the plan, from 1.</param>
/// <param name="Unit">Unit; empty where it concerns the site.</param>
/// <param name="Cause">What happened.</param>
public sealed record InterruptionEvent(double TimeSeconds, int Step, string Unit, string Cause) : RunDocument(TimeSeconds);
