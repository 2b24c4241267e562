namespace Isolux.Campaign.Devices;

/// <summary>What a host asks a controller to do.</summary>
public enum DeviceCommandKind
{
    /// <summary>Bring the source to a position on a straight way.</summary>
    Move,

    /// <summary>Wind an umbilical in until the vehicle is in storage: needs no position, only that the umbilical is measured.</summary>
    Retrieve,

    /// <summary>Turn a turntable until a spool stands above the chimney.</summary>
    Select,

    /// <summary>Stop and hold.</summary>
    Stop,

    /// <summary>Release a trip whose cause is gone.</summary>
    Clear,

    /// <summary>Set the largest cable lengths.</summary>
    SetLimits,

    /// <summary>Take the given lengths for the present ones.</summary>
    Reference,

    /// <summary>Fix the source with a tag in storage; tag 0 takes it off.</summary>
    Mount,
}
