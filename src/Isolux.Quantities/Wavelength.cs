namespace Isolux.Quantities;

/// <summary>A photon wavelength in vacuum.</summary>
public readonly record struct Wavelength : IComparable<Wavelength>
{
    private Wavelength(double value) => Nm = value;

    /// <summary>The value in nm.</summary>
    public double Nm { get; }

    /// <summary>A value given in nm.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public static Wavelength FromNm(double value) => new(Finite.Require(value, nameof(Wavelength)));

    /// <inheritdoc/>
    public int CompareTo(Wavelength other) => Nm.CompareTo(other.Nm);

    /// <summary>Sum of two values of the same meaning.</summary>
    public static Wavelength operator +(Wavelength left, Wavelength right) => FromNm(left.Nm + right.Nm);

    /// <summary>Difference of two values of the same meaning.</summary>
    public static Wavelength operator -(Wavelength left, Wavelength right) => FromNm(left.Nm - right.Nm);

    /// <summary>Scales by a dimensionless factor.</summary>
    public static Wavelength operator *(Wavelength left, double factor) => FromNm(left.Nm * factor);

    /// <summary>Dimensionless ratio of two values of the same meaning.</summary>
    public static double operator /(Wavelength left, Wavelength right) => left.Nm / right.Nm;

    /// <summary>Whether left is the smaller.</summary>
    public static bool operator <(Wavelength left, Wavelength right) => left.Nm < right.Nm;

    /// <summary>Whether left is the larger.</summary>
    public static bool operator >(Wavelength left, Wavelength right) => left.Nm > right.Nm;

    /// <summary>Whether left is not larger.</summary>
    public static bool operator <=(Wavelength left, Wavelength right) => left.Nm <= right.Nm;

    /// <summary>Whether left is not smaller.</summary>
    public static bool operator >=(Wavelength left, Wavelength right) => left.Nm >= right.Nm;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Nm:G6} nm");
}
