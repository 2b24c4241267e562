using Isolux.Quantities;

namespace Isolux.Simulation.Optics;

/// <summary>A flash of isotropic scintillation light at one point, all photons at t = 0.</summary>
public sealed record PhotonBombSettings
{
    /// <summary>Where the light is made.</summary>
    public Position Position { get; init; }

    /// <summary>Number of photons, at least 1; default 1,000,000.</summary>
    public long Count { get; init; } = 1_000_000;

    /// <summary>Seed; default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads, at least 1; the result does not depend on it. Default 1.</summary>
    public int Threads { get; init; } = 1;
}
