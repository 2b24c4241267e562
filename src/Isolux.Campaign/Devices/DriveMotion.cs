namespace Isolux.Campaign.Devices;

/// <summary>What the drives of a unit do.</summary>
public enum DriveMotion
{
    /// <summary>At rest, ready for a command.</summary>
    Idle,

    /// <summary>On the way to a target.</summary>
    Moving,

    /// <summary>Stopped by an interlock; needs to be cleared.</summary>
    Tripped,
}
