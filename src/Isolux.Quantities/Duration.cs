namespace Isolux.Quantities;

/// <summary>A time interval in detector time.</summary>
public readonly record struct Duration : IComparable<Duration>
{
    private Duration(double value) => Ns = value;

    /// <summary>The value in ns.</summary>
    public double Ns { get; }

    /// <summary>A value given in min.</summary>
    public static Duration FromMinutes(double value) => FromNs(value * 6e10);

    /// <summary>The value in min.</summary>
    public double Minutes => Ns / 6e10;

    /// <summary>A value given in ns.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public static Duration FromNs(double value) => new(Finite.Require(value, nameof(Duration)));

    /// <inheritdoc/>
    public int CompareTo(Duration other) => Ns.CompareTo(other.Ns);

    /// <summary>Sum of two values of the same meaning.</summary>
    public static Duration operator +(Duration left, Duration right) => FromNs(left.Ns + right.Ns);

    /// <summary>Difference of two values of the same meaning.</summary>
    public static Duration operator -(Duration left, Duration right) => FromNs(left.Ns - right.Ns);

    /// <summary>Scales by a dimensionless factor.</summary>
    public static Duration operator *(Duration left, double factor) => FromNs(left.Ns * factor);

    /// <summary>Dimensionless ratio of two values of the same meaning.</summary>
    public static double operator /(Duration left, Duration right) => left.Ns / right.Ns;

    /// <summary>Whether left is the smaller.</summary>
    public static bool operator <(Duration left, Duration right) => left.Ns < right.Ns;

    /// <summary>Whether left is the larger.</summary>
    public static bool operator >(Duration left, Duration right) => left.Ns > right.Ns;

    /// <summary>Whether left is not larger.</summary>
    public static bool operator <=(Duration left, Duration right) => left.Ns <= right.Ns;

    /// <summary>Whether left is not smaller.</summary>
    public static bool operator >=(Duration left, Duration right) => left.Ns >= right.Ns;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Ns:G6} ns");
}
