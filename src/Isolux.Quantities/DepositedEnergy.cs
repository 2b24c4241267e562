namespace Isolux.Quantities;

/// <summary>Edep: energy left in the liquid scintillator, before quenching.</summary>
public readonly record struct DepositedEnergy : IComparable<DepositedEnergy>
{
    private DepositedEnergy(double value) => MeV = value;

    /// <summary>The value in MeV.</summary>
    public double MeV { get; }

    /// <summary>A value given in MeV.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public static DepositedEnergy FromMeV(double value) => new(Finite.Require(value, nameof(DepositedEnergy)));

    /// <inheritdoc/>
    public int CompareTo(DepositedEnergy other) => MeV.CompareTo(other.MeV);

    /// <summary>Sum of two values of the same meaning.</summary>
    public static DepositedEnergy operator +(DepositedEnergy left, DepositedEnergy right) => FromMeV(left.MeV + right.MeV);

    /// <summary>Difference of two values of the same meaning.</summary>
    public static DepositedEnergy operator -(DepositedEnergy left, DepositedEnergy right) => FromMeV(left.MeV - right.MeV);

    /// <summary>Scales by a dimensionless factor.</summary>
    public static DepositedEnergy operator *(DepositedEnergy left, double factor) => FromMeV(left.MeV * factor);

    /// <summary>Dimensionless ratio of two values of the same meaning.</summary>
    public static double operator /(DepositedEnergy left, DepositedEnergy right) => left.MeV / right.MeV;

    /// <summary>Whether left is the smaller.</summary>
    public static bool operator <(DepositedEnergy left, DepositedEnergy right) => left.MeV < right.MeV;

    /// <summary>Whether left is the larger.</summary>
    public static bool operator >(DepositedEnergy left, DepositedEnergy right) => left.MeV > right.MeV;

    /// <summary>Whether left is not larger.</summary>
    public static bool operator <=(DepositedEnergy left, DepositedEnergy right) => left.MeV <= right.MeV;

    /// <summary>Whether left is not smaller.</summary>
    public static bool operator >=(DepositedEnergy left, DepositedEnergy right) => left.MeV >= right.MeV;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{MeV:G6} MeV");
}
