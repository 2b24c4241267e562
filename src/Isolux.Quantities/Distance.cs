namespace Isolux.Quantities;

/// <summary>A length.</summary>
public readonly record struct Distance : IComparable<Distance>
{
    private Distance(double value) => Mm = value;

    /// <summary>The value in mm.</summary>
    public double Mm { get; }

    /// <summary>A value given in m.</summary>
    public static Distance FromMetres(double value) => FromMm(value * 1000.0);

    /// <summary>The value in m.</summary>
    public double Metres => Mm / 1000.0;

    /// <summary>A value given in mm.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public static Distance FromMm(double value) => new(Finite.Require(value, nameof(Distance)));

    /// <inheritdoc/>
    public int CompareTo(Distance other) => Mm.CompareTo(other.Mm);

    /// <summary>Sum of two values of the same meaning.</summary>
    public static Distance operator +(Distance left, Distance right) => FromMm(left.Mm + right.Mm);

    /// <summary>Difference of two values of the same meaning.</summary>
    public static Distance operator -(Distance left, Distance right) => FromMm(left.Mm - right.Mm);

    /// <summary>Scales by a dimensionless factor.</summary>
    public static Distance operator *(Distance left, double factor) => FromMm(left.Mm * factor);

    /// <summary>Dimensionless ratio of two values of the same meaning.</summary>
    public static double operator /(Distance left, Distance right) => left.Mm / right.Mm;

    /// <summary>Whether left is the smaller.</summary>
    public static bool operator <(Distance left, Distance right) => left.Mm < right.Mm;

    /// <summary>Whether left is the larger.</summary>
    public static bool operator >(Distance left, Distance right) => left.Mm > right.Mm;

    /// <summary>Whether left is not larger.</summary>
    public static bool operator <=(Distance left, Distance right) => left.Mm <= right.Mm;

    /// <summary>Whether left is not smaller.</summary>
    public static bool operator >=(Distance left, Distance right) => left.Mm >= right.Mm;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Mm:G6} mm");
}
