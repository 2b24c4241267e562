namespace Isolux.Conditions;

/// <summary>Life of a global tag; it only moves down this list.</summary>
public enum GlobalTagState
{
    /// <summary>Being put together; its tags may still change.</summary>
    Draft,

    /// <summary>In use; its tags are frozen.</summary>
    Published,

    /// <summary>No longer to be used; kept so that old results can be explained.</summary>
    Invalidated,
}
