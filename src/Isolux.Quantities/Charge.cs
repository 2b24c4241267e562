namespace Isolux.Quantities;

/// <summary>Measured charge in units of the single-photoelectron charge (real-valued).</summary>
public readonly record struct Charge : IComparable<Charge>
{
    private Charge(double value) => Pe = value;

    /// <summary>The value in PE.</summary>
    public double Pe { get; }

    /// <summary>A value given in PE.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public static Charge FromPe(double value) => new(Finite.Require(value, nameof(Charge)));

    /// <inheritdoc/>
    public int CompareTo(Charge other) => Pe.CompareTo(other.Pe);

    /// <summary>Sum of two values of the same meaning.</summary>
    public static Charge operator +(Charge left, Charge right) => FromPe(left.Pe + right.Pe);

    /// <summary>Difference of two values of the same meaning.</summary>
    public static Charge operator -(Charge left, Charge right) => FromPe(left.Pe - right.Pe);

    /// <summary>Scales by a dimensionless factor.</summary>
    public static Charge operator *(Charge left, double factor) => FromPe(left.Pe * factor);

    /// <summary>Dimensionless ratio of two values of the same meaning.</summary>
    public static double operator /(Charge left, Charge right) => left.Pe / right.Pe;

    /// <summary>Whether left is the smaller.</summary>
    public static bool operator <(Charge left, Charge right) => left.Pe < right.Pe;

    /// <summary>Whether left is the larger.</summary>
    public static bool operator >(Charge left, Charge right) => left.Pe > right.Pe;

    /// <summary>Whether left is not larger.</summary>
    public static bool operator <=(Charge left, Charge right) => left.Pe <= right.Pe;

    /// <summary>Whether left is not smaller.</summary>
    public static bool operator >=(Charge left, Charge right) => left.Pe >= right.Pe;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Pe:G6} PE");
}
