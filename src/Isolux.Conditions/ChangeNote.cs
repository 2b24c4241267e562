namespace Isolux.Conditions;

/// <summary>Who changed something, why, and when.</summary>
public sealed record ChangeNote
{
    /// <summary>A signed reason.</summary>
    /// <exception cref="ArgumentException">Author or reason is empty.</exception>
    public ChangeNote(string author, string reason, DateTimeOffset time)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Author = author;
        Reason = reason;
        Time = time.ToUniversalTime();
    }

    /// <summary>Who.</summary>
    public string Author { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset Time { get; }
}
