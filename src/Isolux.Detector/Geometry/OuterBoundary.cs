namespace Isolux.Detector.Geometry;

/// <summary>What happens to a photon that reaches the outside of the last shell.</summary>
public enum OuterBoundary
{
    /// <summary>Every photon that arrives is detected (an ideal photosphere).</summary>
    Detects,

    /// <summary>The photon is lost (black structure).</summary>
    Absorbs,
}
