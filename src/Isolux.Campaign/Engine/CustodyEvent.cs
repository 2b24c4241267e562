namespace Isolux.Campaign.Engine;

/// <summary>A source changed hands: the custody log.</summary>
/// <param name="TimeSeconds">Time since the start of the run, s.</param>
/// <param name="Step">Step of the plan, from 1.</param>
/// <param name="Source">Source.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Action">What happened.</param>
/// <param name="Note">Slot, or why.</param>
public sealed record CustodyEvent(double TimeSeconds, int Step, string Source, string Unit, CustodyAction Action, string Note) : RunDocument(TimeSeconds);
