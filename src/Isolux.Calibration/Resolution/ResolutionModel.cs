namespace Isolux.Calibration.Resolution;

/// <summary>
/// sigma/E = sqrt((a/sqrt(E))^2 + b^2 + (c/E)^2) with E in MeV (JUNO Collaboration, JHEP 03 (2021) 004, eq. 1.1); a in sqrt(MeV), c in MeV,
/// all given as fractions (0.0262, not 2.62).
/// </summary>
public sealed record ResolutionModel(double A, double B, double C)
{
    /// <summary>Weight of the constant term in the effective resolution.</summary>
    public const double ConstantTermWeight = 1.6;

    /// <summary>The visible energy at which the effective resolution equals <see cref="ConstantTermWeight"/> times sigma/E, MeV.</summary>
    public const double DirectEnergyMeV = ConstantTermWeight * ConstantTermWeight;

    /// <summary>a~ = sqrt(a^2 + (1.6 b)^2 + (c/1.6)^2), identical to 1.6 sigma/E at 2.56 MeV.</summary>
    public double EffectiveResolution => ConstantTermWeight * Evaluate(DirectEnergyMeV);

    /// <summary>sigma/E at a visible energy in MeV.</summary>
    public double Evaluate(double visibleEnergyMeV)
    {
        double stochastic = A * A / visibleEnergyMeV;
        double noise = C / visibleEnergyMeV;
        return Math.Sqrt(stochastic + (B * B) + (noise * noise));
    }
}
