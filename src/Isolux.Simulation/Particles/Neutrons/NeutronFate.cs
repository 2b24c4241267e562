namespace Isolux.Simulation.Particles.Neutrons;

/// <summary>How a neutron ended.</summary>
public enum NeutronFate
{
    /// <summary>A nucleus of the scintillator captured it.</summary>
    Captured,

    /// <summary>It left the scintillator; nothing comes back from there.</summary>
    Escaped,
}
