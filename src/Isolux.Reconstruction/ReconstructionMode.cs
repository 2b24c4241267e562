namespace Isolux.Reconstruction;

/// <summary>What a reconstruction uses of an event.</summary>
public enum ReconstructionMode
{
    /// <summary>Charges and times in one likelihood.</summary>
    Full,

    /// <summary>Charges alone in a likelihood: a check that needs no time calibration.</summary>
    Charge,

    /// <summary>The mean direction of the charges, corrected: a check that needs no likelihood.</summary>
    Centroid,
}
