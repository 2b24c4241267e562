namespace Isolux.Quantities;

/// <summary>Kinetic energy of a particle, or the energy of a photon (gamma).</summary>
public readonly record struct KineticEnergy : IComparable<KineticEnergy>
{
    private KineticEnergy(double value) => MeV = value;

    /// <summary>The value in MeV.</summary>
    public double MeV { get; }

    /// <summary>A value given in MeV.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public static KineticEnergy FromMeV(double value) => new(Finite.Require(value, nameof(KineticEnergy)));

    /// <inheritdoc/>
    public int CompareTo(KineticEnergy other) => MeV.CompareTo(other.MeV);

    /// <summary>Sum of two values of the same meaning.</summary>
    public static KineticEnergy operator +(KineticEnergy left, KineticEnergy right) => FromMeV(left.MeV + right.MeV);

    /// <summary>Difference of two values of the same meaning.</summary>
    public static KineticEnergy operator -(KineticEnergy left, KineticEnergy right) => FromMeV(left.MeV - right.MeV);

    /// <summary>Scales by a dimensionless factor.</summary>
    public static KineticEnergy operator *(KineticEnergy left, double factor) => FromMeV(left.MeV * factor);

    /// <summary>Dimensionless ratio of two values of the same meaning.</summary>
    public static double operator /(KineticEnergy left, KineticEnergy right) => left.MeV / right.MeV;

    /// <summary>Whether left is the smaller.</summary>
    public static bool operator <(KineticEnergy left, KineticEnergy right) => left.MeV < right.MeV;

    /// <summary>Whether left is the larger.</summary>
    public static bool operator >(KineticEnergy left, KineticEnergy right) => left.MeV > right.MeV;

    /// <summary>Whether left is not larger.</summary>
    public static bool operator <=(KineticEnergy left, KineticEnergy right) => left.MeV <= right.MeV;

    /// <summary>Whether left is not smaller.</summary>
    public static bool operator >=(KineticEnergy left, KineticEnergy right) => left.MeV >= right.MeV;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{MeV:G6} MeV");
}
