using System.Collections.Immutable;

namespace Isolux.Conditions;

/// <summary>
/// A calibration constant: immutable, evaluating itself, identified by its content. To add one, derive a sealed record, name it in
/// <see cref="PayloadCodec"/>, and mark these four members [JsonIgnore] there: they describe the content and are no part of it.
/// </summary>
public abstract record Payload
{
    /// <summary>A constant with its origin.</summary>
    /// <param name="provenance">Where it comes from: source, campaign and run, data set, or "simulation" with its settings.</param>
    /// <exception cref="ArgumentException">The provenance is empty.</exception>
    protected Payload(string provenance)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provenance);
        Provenance = provenance;
    }

    /// <summary>Where the constant comes from; part of its content.</summary>
    public string Provenance { get; }

    /// <summary>Name of the type in stores and manifests; never reused for another meaning.</summary>
    public abstract string TypeName { get; }

    /// <summary>Version of the payload's members.</summary>
    public abstract int SchemaVersion { get; }

    /// <summary>Unit of every numeric member, by member name as stored ("1" where dimensionless).</summary>
    public abstract ImmutableSortedDictionary<string, string> Units { get; }

    /// <summary>The few numbers a listing shows and a difference compares.</summary>
    public abstract ImmutableArray<HeadlineValue> Headlines { get; }
}
