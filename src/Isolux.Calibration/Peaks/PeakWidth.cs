namespace Isolux.Calibration.Peaks;

/// <summary>What a peak fit does with the width.</summary>
public enum PeakWidth
{
    /// <summary>It is fitted.</summary>
    Free,

    /// <summary>It is known and held.</summary>
    Fixed,
}
