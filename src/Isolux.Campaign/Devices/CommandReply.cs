namespace Isolux.Campaign.Devices;

/// <summary>What a controller says to a command.</summary>
public enum CommandReply
{
    /// <summary>It is done or begun.</summary>
    Accepted,

    /// <summary>Nobody answered; whether the command arrived is not known.</summary>
    LinkLost,

    /// <summary>The unit moves or is tripped.</summary>
    NotReady,

    /// <summary>The unit does not know where its source is.</summary>
    PositionUnknown,

    /// <summary>Another unit is not confirmed in storage.</summary>
    OtherSourceOut,

    /// <summary>The way leaves what is admitted.</summary>
    BeyondLimits,

    /// <summary>The limits make no sense.</summary>
    LimitsImplausible,

    /// <summary>This is done in storage only.</summary>
    NotParked,

    /// <summary>No measurement of the unit agrees with the reference.</summary>
    NotCredible,
}
