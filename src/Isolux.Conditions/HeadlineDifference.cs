namespace Isolux.Conditions;

/// <summary>One headline value in two payloads; null where a payload has no value of that name.</summary>
public sealed record HeadlineDifference(string Name, HeadlineValue? Left, HeadlineValue? Right)
{
    /// <summary>Right minus left, in the value's unit; null where one is missing.</summary>
    public double? Difference => Right?.Value - Left?.Value;
}
