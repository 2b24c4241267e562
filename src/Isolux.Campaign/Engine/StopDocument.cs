namespace Isolux.Campaign.Engine;

/// <summary>A run ended.</summary>
/// <param name="TimeSeconds">Time since the start of the run, s.</param>
/// <param name="Outcome">How.</param>
/// <param name="Points">Points taken.</param>
/// <param name="Reason">Why it ended before its time; empty where it did not.</param>
public sealed record StopDocument(double TimeSeconds, EngineOutcome Outcome, int Points, string Reason) : RunDocument(TimeSeconds);
