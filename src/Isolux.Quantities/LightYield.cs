namespace Isolux.Quantities;

/// <summary>Y0: photoelectrons per MeV of visible energy at the detector centre.</summary>
public readonly record struct LightYield : IComparable<LightYield>
{
    private LightYield(double value) => PePerMeV = value;

    /// <summary>The value in PE/MeV.</summary>
    public double PePerMeV { get; }

    /// <summary>A value given in PE/MeV.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public static LightYield FromPePerMeV(double value) => new(Finite.Require(value, nameof(LightYield)));

    /// <inheritdoc/>
    public int CompareTo(LightYield other) => PePerMeV.CompareTo(other.PePerMeV);

    /// <summary>Sum of two values of the same meaning.</summary>
    public static LightYield operator +(LightYield left, LightYield right) => FromPePerMeV(left.PePerMeV + right.PePerMeV);

    /// <summary>Difference of two values of the same meaning.</summary>
    public static LightYield operator -(LightYield left, LightYield right) => FromPePerMeV(left.PePerMeV - right.PePerMeV);

    /// <summary>Scales by a dimensionless factor.</summary>
    public static LightYield operator *(LightYield left, double factor) => FromPePerMeV(left.PePerMeV * factor);

    /// <summary>Dimensionless ratio of two values of the same meaning.</summary>
    public static double operator /(LightYield left, LightYield right) => left.PePerMeV / right.PePerMeV;

    /// <summary>Whether left is the smaller.</summary>
    public static bool operator <(LightYield left, LightYield right) => left.PePerMeV < right.PePerMeV;

    /// <summary>Whether left is the larger.</summary>
    public static bool operator >(LightYield left, LightYield right) => left.PePerMeV > right.PePerMeV;

    /// <summary>Whether left is not larger.</summary>
    public static bool operator <=(LightYield left, LightYield right) => left.PePerMeV <= right.PePerMeV;

    /// <summary>Whether left is not smaller.</summary>
    public static bool operator >=(LightYield left, LightYield right) => left.PePerMeV >= right.PePerMeV;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{PePerMeV:G6} PE/MeV");
}
