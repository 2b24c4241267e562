namespace Isolux.Detector.Reactors;

/// <summary>Ordering of the neutrino masses.</summary>
public enum MassOrdering
{
    /// <summary>m3 is the heaviest.</summary>
    Normal,

    /// <summary>m3 is the lightest.</summary>
    Inverted,
}
