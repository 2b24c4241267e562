namespace Isolux.Campaign.Engine;

/// <summary>What happened to a source.</summary>
public enum CustodyAction
{
    /// <summary>From its slot to a unit.</summary>
    Taken,

    /// <summary>From a unit to its slot.</summary>
    Returned,

    /// <summary>It begins to leave storage.</summary>
    Deployed,

    /// <summary>Confirmed in storage by switch and identity.</summary>
    Stored,

    /// <summary>Not confirmed in storage; needs a person.</summary>
    Stuck,
}
