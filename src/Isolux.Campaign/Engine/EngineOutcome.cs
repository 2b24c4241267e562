namespace Isolux.Campaign.Engine;

/// <summary>How a run ended.</summary>
public enum EngineOutcome
{
    /// <summary>All steps done, everything in storage.</summary>
    Completed,

    /// <summary>Ended early, everything in storage.</summary>
    Aborted,

    /// <summary>Stopped as it was on request.</summary>
    Halted,

    /// <summary>A source could not be brought home or confirmed in storage; it is declared stuck.</summary>
    Stuck,

    /// <summary>Left with a checkpoint for another process.</summary>
    Left,
}
