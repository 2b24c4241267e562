namespace Isolux.Quantities;

/// <summary>Evis: dark-subtracted photoelectrons divided by (Y0 g).</summary>
public readonly record struct VisibleEnergy : IComparable<VisibleEnergy>
{
    private VisibleEnergy(double value) => MeV = value;

    /// <summary>The value in MeV.</summary>
    public double MeV { get; }

    /// <summary>A value given in MeV.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public static VisibleEnergy FromMeV(double value) => new(Finite.Require(value, nameof(VisibleEnergy)));

    /// <inheritdoc/>
    public int CompareTo(VisibleEnergy other) => MeV.CompareTo(other.MeV);

    /// <summary>Sum of two values of the same meaning.</summary>
    public static VisibleEnergy operator +(VisibleEnergy left, VisibleEnergy right) => FromMeV(left.MeV + right.MeV);

    /// <summary>Difference of two values of the same meaning.</summary>
    public static VisibleEnergy operator -(VisibleEnergy left, VisibleEnergy right) => FromMeV(left.MeV - right.MeV);

    /// <summary>Scales by a dimensionless factor.</summary>
    public static VisibleEnergy operator *(VisibleEnergy left, double factor) => FromMeV(left.MeV * factor);

    /// <summary>Dimensionless ratio of two values of the same meaning.</summary>
    public static double operator /(VisibleEnergy left, VisibleEnergy right) => left.MeV / right.MeV;

    /// <summary>Whether left is the smaller.</summary>
    public static bool operator <(VisibleEnergy left, VisibleEnergy right) => left.MeV < right.MeV;

    /// <summary>Whether left is the larger.</summary>
    public static bool operator >(VisibleEnergy left, VisibleEnergy right) => left.MeV > right.MeV;

    /// <summary>Whether left is not larger.</summary>
    public static bool operator <=(VisibleEnergy left, VisibleEnergy right) => left.MeV <= right.MeV;

    /// <summary>Whether left is not smaller.</summary>
    public static bool operator >=(VisibleEnergy left, VisibleEnergy right) => left.MeV >= right.MeV;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{MeV:G6} MeV");
}
