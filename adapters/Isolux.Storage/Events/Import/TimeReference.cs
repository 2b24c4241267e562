namespace Isolux.Storage.Events.Import;

/// <summary>What a user's hit times count from.</summary>
public enum TimeReference
{
    /// <summary>The trigger of their event.</summary>
    Trigger,

    /// <summary>The start of the run, as the trigger times do.</summary>
    Run,
}
