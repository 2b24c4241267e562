using Isolux.Campaign.Devices;
using Isolux.Quantities;

namespace Isolux.Campaign.Engine;

/// <summary>What an observer of a run sees at every sign of life.</summary>
/// <param name="State">What the engine does.</param>
/// <param name="Elapsed">Time since the start of the run.</param>
/// <param name="Step">Steps done.</param>
/// <param name="Steps">Steps of the plan.</param>
/// <param name="Points">Points taken.</param>
/// <param name="Unit">Unit at work.</param>
/// <param name="Source">Its source.</param>
/// <param name="Position">Where its encoders place the source; null where it does not answer.</param>
/// <param name="Status">Its status; null where it does not answer.</param>
public sealed record EngineProgress(
    EngineState State, TimeSpan Elapsed, int Step, int Steps, int Points, string Unit, string Source, Position? Position, UnitStatus? Status);
