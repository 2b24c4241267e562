namespace Isolux.Strategy.Provenance;

/// <summary>Which sections a run computes.</summary>
public enum RunExtent
{
    /// <summary>The calibration and the six rows of the resolution table.</summary>
    Standard,

    /// <summary>Every section there is.</summary>
    Full,
}
