namespace Isolux.Detector;

/// <summary>A fault in a user's document: file, JSON path, the value found, why it is wrong, and what to do.</summary>
public sealed record SpecificationFault(string File, string Path, string? Value, string Why, string Suggestion)
{
    /// <summary>One sentence.</summary>
    public override string ToString() =>
        $"{File}: {Path}{(Value is null ? string.Empty : $" = {Value}")} is not usable ({Why}); {Suggestion}.";
}
