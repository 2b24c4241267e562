namespace Isolux.Campaign.Devices;

/// <summary>Why an interlock stopped a unit.</summary>
public enum TripReason
{
    /// <summary>It did not.</summary>
    None,

    /// <summary>The host was not heard of for too long.</summary>
    HostSilent,

    /// <summary>A cable pulled too hard.</summary>
    TensionHigh,

    /// <summary>The carrying cable went slack.</summary>
    TensionLow,

    /// <summary>A cable pulled otherwise than statics says for its position: it is blocked, something pulls, or the position is not what it seems.</summary>
    TensionUnexpected,

    /// <summary>A motor did not follow its command.</summary>
    FollowingError,

    /// <summary>Two measurements of the same cable disagree.</summary>
    PositionUnknown,

    /// <summary>A cable went beyond its limit.</summary>
    BeyondLimits,

    /// <summary>The limits themselves make no sense.</summary>
    LimitsImplausible,

    /// <summary>The host said stop.</summary>
    Commanded,
}
