namespace Isolux.Conditions.Payloads;

/// <summary>Whether a channel can be used.</summary>
public enum ChannelStatus
{
    /// <summary>All its constants are measured.</summary>
    Good = 0,

    /// <summary>It sees no light; its relative efficiency is 0 and its other constants mean nothing.</summary>
    Dead = 1,

    /// <summary>Its dark rate stands out; its constants are measured, its hits are mostly noise in events of low energy.</summary>
    Noisy = 2,

    /// <summary>Too few pulses to measure it; its constants are nominal with errors of 0.</summary>
    NotCalibrated = 3,
}
