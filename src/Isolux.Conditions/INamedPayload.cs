namespace Isolux.Conditions;

/// <summary>A payload type that knows its stored name without an instance, so that a missing one can be named.</summary>
public interface INamedPayload
{
    /// <summary>Name of the type in stores and manifests.</summary>
    static abstract string Name { get; }
}
