namespace Isolux.Conditions;

/// <summary>What a publication did to its tag.</summary>
public enum PublicationOutcome
{
    /// <summary>A new interval was opened.</summary>
    Opened,

    /// <summary>The same content is already valid there; nothing changed.</summary>
    AlreadyValid,
}
