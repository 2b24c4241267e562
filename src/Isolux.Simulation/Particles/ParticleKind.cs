namespace Isolux.Simulation.Particles;

/// <summary>The particles the electromagnetic simulation starts from and follows.</summary>
public enum ParticleKind
{
    /// <summary>Electron, given by its kinetic energy.</summary>
    Electron,

    /// <summary>Positron, given by its kinetic energy; at 0 it is two annihilation gammas.</summary>
    Positron,

    /// <summary>Photon, given by its energy.</summary>
    Gamma,
}
