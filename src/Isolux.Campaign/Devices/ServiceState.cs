namespace Isolux.Campaign.Devices;

/// <summary>A service of the detector.</summary>
public enum ServiceState
{
    /// <summary>It does not work.</summary>
    Down,

    /// <summary>It works.</summary>
    Up,
}
