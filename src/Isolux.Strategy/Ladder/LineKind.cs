namespace Isolux.Strategy.Ladder;

/// <summary>Where the gammas of a line come from.</summary>
internal enum LineKind
{
    /// <summary>From a capsule, alone.</summary>
    Capsule,

    /// <summary>From a neutron source, with the recoils of its neutron.</summary>
    Prompt,

    /// <summary>From the capture of a neutron in the scintillator.</summary>
    Capture,
}
