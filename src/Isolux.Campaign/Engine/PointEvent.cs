namespace Isolux.Campaign.Engine;

/// <summary>A source took data at a point.</summary>
/// <param name="TimeSeconds">End of data taking, s since the start of the run.</param>
/// <param name="Point">Number of the point in this run, from 1.</param>
/// <param name="Step">Step of the plan, from 1.</param>
/// <param name="Row">Row of the program.</param>
/// <param name="Unit">Unit that carried the source.</param>
/// <param name="Source">Source.</param>
/// <param name="XMm">Position, mm.</param>
/// <param name="YMm">Position, mm.</param>
/// <param name="ZMm">Position, mm.</param>
/// <param name="FirstCableMm">Cable paid out by the first drive, mm.</param>
/// <param name="SecondCableMm">Cable paid out by the second drive, mm.</param>
/// <param name="LiveSeconds">Data taking, s.</param>
/// <param name="Events">Events expected at the source's rate.</param>
public sealed record PointEvent(
    double TimeSeconds,
    int Point,
    int Step,
    string Row,
    string Unit,
    string Source,
    double XMm,
    double YMm,
    double ZMm,
    double FirstCableMm,
    double SecondCableMm,
    double LiveSeconds,
    int Events) : RunDocument(TimeSeconds);
