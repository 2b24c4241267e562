namespace Isolux.Conditions;

/// <summary>Number of a run, 0 &lt;= run &lt; 2^24 (it is part of every random-stream address).</summary>
public readonly record struct RunNumber : IComparable<RunNumber>
{
    /// <summary>One more than the largest run number.</summary>
    public const int Limit = 1 << 24;

    /// <summary>A run by its number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or not below <see cref="Limit"/>.</exception>
    public RunNumber(int value)
    {
        if (value is < 0 or >= Limit)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, $"A run number lies in [0, {Limit}) (it is {value}).");
        }

        Value = value;
    }

    /// <summary>The number.</summary>
    public int Value { get; }

    /// <inheritdoc/>
    public int CompareTo(RunNumber other) => Value.CompareTo(other.Value);

    /// <summary>Whether left comes before right.</summary>
    public static bool operator <(RunNumber left, RunNumber right) => left.Value < right.Value;

    /// <summary>Whether left comes after right.</summary>
    public static bool operator >(RunNumber left, RunNumber right) => left.Value > right.Value;

    /// <summary>Whether left does not come after right.</summary>
    public static bool operator <=(RunNumber left, RunNumber right) => left.Value <= right.Value;

    /// <summary>Whether left does not come before right.</summary>
    public static bool operator >=(RunNumber left, RunNumber right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"run {Value}");
}
