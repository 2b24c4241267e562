namespace Isolux.Quantities;

/// <summary>Sum of dE/(1 + kB dE/dx): deposited energy after Birks quenching, without Cherenkov light.</summary>
public readonly record struct QuenchedEnergy : IComparable<QuenchedEnergy>
{
    private QuenchedEnergy(double value) => MeV = value;

    /// <summary>The value in MeV.</summary>
    public double MeV { get; }

    /// <summary>A value given in MeV.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public static QuenchedEnergy FromMeV(double value) => new(Finite.Require(value, nameof(QuenchedEnergy)));

    /// <inheritdoc/>
    public int CompareTo(QuenchedEnergy other) => MeV.CompareTo(other.MeV);

    /// <summary>Sum of two values of the same meaning.</summary>
    public static QuenchedEnergy operator +(QuenchedEnergy left, QuenchedEnergy right) => FromMeV(left.MeV + right.MeV);

    /// <summary>Difference of two values of the same meaning.</summary>
    public static QuenchedEnergy operator -(QuenchedEnergy left, QuenchedEnergy right) => FromMeV(left.MeV - right.MeV);

    /// <summary>Scales by a dimensionless factor.</summary>
    public static QuenchedEnergy operator *(QuenchedEnergy left, double factor) => FromMeV(left.MeV * factor);

    /// <summary>Dimensionless ratio of two values of the same meaning.</summary>
    public static double operator /(QuenchedEnergy left, QuenchedEnergy right) => left.MeV / right.MeV;

    /// <summary>Whether left is the smaller.</summary>
    public static bool operator <(QuenchedEnergy left, QuenchedEnergy right) => left.MeV < right.MeV;

    /// <summary>Whether left is the larger.</summary>
    public static bool operator >(QuenchedEnergy left, QuenchedEnergy right) => left.MeV > right.MeV;

    /// <summary>Whether left is not larger.</summary>
    public static bool operator <=(QuenchedEnergy left, QuenchedEnergy right) => left.MeV <= right.MeV;

    /// <summary>Whether left is not smaller.</summary>
    public static bool operator >=(QuenchedEnergy left, QuenchedEnergy right) => left.MeV >= right.MeV;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{MeV:G6} MeV");
}
