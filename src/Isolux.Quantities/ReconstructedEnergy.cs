namespace Isolux.Quantities;

/// <summary>Erec: visible energy after every correction a release applies.</summary>
public readonly record struct ReconstructedEnergy : IComparable<ReconstructedEnergy>
{
    private ReconstructedEnergy(double value) => MeV = value;

    /// <summary>The value in MeV.</summary>
    public double MeV { get; }

    /// <summary>A value given in MeV.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public static ReconstructedEnergy FromMeV(double value) => new(Finite.Require(value, nameof(ReconstructedEnergy)));

    /// <inheritdoc/>
    public int CompareTo(ReconstructedEnergy other) => MeV.CompareTo(other.MeV);

    /// <summary>Sum of two values of the same meaning.</summary>
    public static ReconstructedEnergy operator +(ReconstructedEnergy left, ReconstructedEnergy right) => FromMeV(left.MeV + right.MeV);

    /// <summary>Difference of two values of the same meaning.</summary>
    public static ReconstructedEnergy operator -(ReconstructedEnergy left, ReconstructedEnergy right) => FromMeV(left.MeV - right.MeV);

    /// <summary>Scales by a dimensionless factor.</summary>
    public static ReconstructedEnergy operator *(ReconstructedEnergy left, double factor) => FromMeV(left.MeV * factor);

    /// <summary>Dimensionless ratio of two values of the same meaning.</summary>
    public static double operator /(ReconstructedEnergy left, ReconstructedEnergy right) => left.MeV / right.MeV;

    /// <summary>Whether left is the smaller.</summary>
    public static bool operator <(ReconstructedEnergy left, ReconstructedEnergy right) => left.MeV < right.MeV;

    /// <summary>Whether left is the larger.</summary>
    public static bool operator >(ReconstructedEnergy left, ReconstructedEnergy right) => left.MeV > right.MeV;

    /// <summary>Whether left is not larger.</summary>
    public static bool operator <=(ReconstructedEnergy left, ReconstructedEnergy right) => left.MeV <= right.MeV;

    /// <summary>Whether left is not smaller.</summary>
    public static bool operator >=(ReconstructedEnergy left, ReconstructedEnergy right) => left.MeV >= right.MeV;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{MeV:G6} MeV");
}
