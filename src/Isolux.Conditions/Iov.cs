namespace Isolux.Conditions;

/// <summary>Interval of validity: half-open [first, next) in run number. An open end is an explicit null, never a large number.</summary>
public readonly record struct Iov
{
    /// <summary>An interval from its first run to the run after its last.</summary>
    /// <param name="first">First run of the interval.</param>
    /// <param name="next">First run after the interval; null while no end is known.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is empty or backwards.</exception>
    public Iov(RunNumber first, RunNumber? next)
    {
        if (next is { } end && end <= first)
        {
            throw new ArgumentOutOfRangeException(nameof(next), next, $"An interval ends after it begins (it is [{first.Value}, {end.Value})).");
        }

        First = first;
        Next = next;
    }

    /// <summary>First run of the interval.</summary>
    public RunNumber First { get; }

    /// <summary>First run after the interval; null while no end is known.</summary>
    public RunNumber? Next { get; }

    /// <summary>An interval without a known end.</summary>
    public static Iov From(RunNumber first) => new(first, null);

    /// <summary>Whether the run lies in the interval.</summary>
    public bool Contains(RunNumber run) => run >= First && (Next is not { } end || run < end);

    /// <summary>Whether some run lies in both intervals.</summary>
    public bool Overlaps(Iov other) => (Next is not { } end || other.First < end) && (other.Next is not { } otherEnd || First < otherEnd);

    /// <inheritdoc/>
    public override string ToString() =>
        Next is { } end ? FormattableString.Invariant($"[{First.Value}, {end.Value})") : FormattableString.Invariant($"[{First.Value}, open)");
}
