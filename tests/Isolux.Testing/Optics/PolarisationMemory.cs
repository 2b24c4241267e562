namespace Isolux.Testing.Optics;

/// <summary>Whether simulated light keeps its linear polarisation.</summary>
public enum PolarisationMemory
{
    /// <summary>From emission through scattering, reflection and refraction.</summary>
    Kept,

    /// <summary>A mutant: every step ends with a random polarisation, so that boundaries average over s and p light and scattering over all planes.</summary>
    Lost,
}
