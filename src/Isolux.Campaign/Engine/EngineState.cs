namespace Isolux.Campaign.Engine;

/// <summary>What the engine is doing.</summary>
public enum EngineState
{
    /// <summary>Not started.</summary>
    Idle,

    /// <summary>Working on steps.</summary>
    Running,

    /// <summary>Holding on request.</summary>
    Paused,

    /// <summary>Holding because conditions are bad.</summary>
    Suspended,

    /// <summary>Bringing the source home.</summary>
    Aborting,

    /// <summary>Finished; see the outcome.</summary>
    Ended,
}
