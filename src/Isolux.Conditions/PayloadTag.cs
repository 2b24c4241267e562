namespace Isolux.Conditions;

/// <summary>Name of one sequence of intervals that all hold payloads of the same type.</summary>
public readonly record struct PayloadTag
{
    /// <summary>A tag by its name.</summary>
    /// <exception cref="ArgumentException">The name is empty or holds anything but letters, digits, '-', '_' and '.'.</exception>
    public PayloadTag(string name) => Name = TagName.Require(name, nameof(name));

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
