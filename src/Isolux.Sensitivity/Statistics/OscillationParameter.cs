namespace Isolux.Sensitivity.Statistics;

/// <summary>The oscillation parameters, in the order of a model.</summary>
public enum OscillationParameter
{
    /// <summary>sin^2 theta12.</summary>
    Sin2Theta12,

    /// <summary>sin^2 theta13.</summary>
    Sin2Theta13,

    /// <summary>dm2_21.</summary>
    Dm21,

    /// <summary>dm2_31.</summary>
    Dm31,
}
