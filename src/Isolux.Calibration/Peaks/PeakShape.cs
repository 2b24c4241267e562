namespace Isolux.Calibration.Peaks;

/// <summary>Shape of a source line.</summary>
public enum PeakShape
{
    /// <summary>A Gaussian within two sigmas: lines above 2 MeV and captures, which no capsule disturbs.</summary>
    Gaussian,

    /// <summary>A Gaussian with an exponential and a flat tail on (0, mean) convolved with it: gammas that lose energy in a capsule.</summary>
    GaussianWithTails,
}
