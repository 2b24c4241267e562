namespace Isolux.Detector.Sources;

/// <summary>What a calibration source emits.</summary>
public enum SourceKind
{
    /// <summary>Gammas.</summary>
    Gamma,

    /// <summary>Positrons that stop in the capsule: two annihilation gammas.</summary>
    PositronAnnihilation,

    /// <summary>Neutrons; the calibration line is the capture gamma on hydrogen.</summary>
    Neutron,

    /// <summary>A pulsed light source.</summary>
    Laser,

    /// <summary>A nuclide that muons make everywhere in the scintillator.</summary>
    Cosmogenic,
}
