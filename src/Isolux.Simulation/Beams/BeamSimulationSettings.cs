namespace Isolux.Simulation.Beams;

/// <summary>How a beam is simulated.</summary>
public sealed record BeamSimulationSettings
{
    /// <summary>Seed; default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Run number, below 2^24: another run is another sample. Default 0.</summary>
    public uint Run { get; init; }

    /// <summary>Threads, at least 1; no result depends on it. Default 1.</summary>
    public int Threads { get; init; } = 1;
}
