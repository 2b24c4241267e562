namespace Isolux.Calibration.NonLinearity;

/// <summary>How a correlated bias is known.</summary>
public enum BiasKind
{
    /// <summary>Its sign is known: between 0 and its full size.</summary>
    OneSided,

    /// <summary>Between minus and plus its full size.</summary>
    TwoSided,
}
