namespace Isolux.Quantities;

/// <summary>A plane angle.</summary>
public readonly record struct Angle : IComparable<Angle>
{
    private Angle(double value) => Rad = value;

    /// <summary>The value in rad.</summary>
    public double Rad { get; }

    /// <summary>A value given in deg.</summary>
    public static Angle FromDegrees(double value) => FromRad(value * (Math.PI / 180.0));

    /// <summary>The value in deg.</summary>
    public double Degrees => Rad / (Math.PI / 180.0);

    /// <summary>A value given in rad.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public static Angle FromRad(double value) => new(Finite.Require(value, nameof(Angle)));

    /// <inheritdoc/>
    public int CompareTo(Angle other) => Rad.CompareTo(other.Rad);

    /// <summary>Sum of two values of the same meaning.</summary>
    public static Angle operator +(Angle left, Angle right) => FromRad(left.Rad + right.Rad);

    /// <summary>Difference of two values of the same meaning.</summary>
    public static Angle operator -(Angle left, Angle right) => FromRad(left.Rad - right.Rad);

    /// <summary>Scales by a dimensionless factor.</summary>
    public static Angle operator *(Angle left, double factor) => FromRad(left.Rad * factor);

    /// <summary>Dimensionless ratio of two values of the same meaning.</summary>
    public static double operator /(Angle left, Angle right) => left.Rad / right.Rad;

    /// <summary>Whether left is the smaller.</summary>
    public static bool operator <(Angle left, Angle right) => left.Rad < right.Rad;

    /// <summary>Whether left is the larger.</summary>
    public static bool operator >(Angle left, Angle right) => left.Rad > right.Rad;

    /// <summary>Whether left is not larger.</summary>
    public static bool operator <=(Angle left, Angle right) => left.Rad <= right.Rad;

    /// <summary>Whether left is not smaller.</summary>
    public static bool operator >=(Angle left, Angle right) => left.Rad >= right.Rad;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Rad:G6} rad");
}
