using Isolux.Campaign.Engine;

namespace Isolux.SimulatedHardware.Faults;

/// <summary>How a run under faults ended.</summary>
/// <param name="Seed">Seed of the faults.</param>
/// <param name="Outcome">What the engine said.</param>
/// <param name="Broken">The first invariant that was broken; null where all held.</param>
/// <param name="Where">Where and when.</param>
/// <param name="Points">The record of points.</param>
/// <param name="Messages">Messages between host and controllers, each followed by a check.</param>
/// <param name="SimulatedSeconds">Simulated time, s.</param>
public sealed record FaultOutcome(
    ulong Seed, EngineOutcome Outcome, Invariant? Broken, string? Where, PointRecord Points, long Messages, double SimulatedSeconds);
