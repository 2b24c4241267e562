namespace Isolux.Campaign.Planning;

/// <summary>What a step does.</summary>
public enum StepKind
{
    /// <summary>Bring the source from its storage to the first point.</summary>
    Deploy,

    /// <summary>Bring the source to the next point.</summary>
    Move,

    /// <summary>Take data where the source is.</summary>
    TakeData,

    /// <summary>Bring the source back to its storage.</summary>
    Retract,
}
