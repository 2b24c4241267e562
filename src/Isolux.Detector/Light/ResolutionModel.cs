namespace Isolux.Detector.Light;

/// <summary>
/// sigma/E = sqrt((a/sqrt(E))^2 + b^2 + (c/E)^2) with E the visible energy in MeV (JUNO Collaboration, JHEP 03 (2021) 004, eq. 1.1); all given as fractions (0.0262, not 2.62).
/// </summary>
/// <param name="A">Stochastic term, sqrt(MeV).</param>
/// <param name="B">Constant term.</param>
/// <param name="C">Noise term, MeV.</param>
public sealed record ResolutionModel(double A, double B, double C)
{
    /// <summary>Published weight of the constant term, and inverse weight of the noise term, in the effective resolution.</summary>
    public const double ConstantTermWeight = 1.6;

    /// <summary>The visible energy at which the effective resolution equals <see cref="ConstantTermWeight"/> times sigma/E, MeV.</summary>
    public const double DirectEnergyMeV = ConstantTermWeight * ConstantTermWeight;

    /// <summary>a~ = sqrt(a^2 + (1.6 b)^2 + (c/1.6)^2), identical to 1.6 sigma/E at 2.56 MeV.</summary>
    public double EffectiveResolution => ConstantTermWeight * Evaluate(DirectEnergyMeV);

    /// <summary>The resolution from three numbers in percent.</summary>
    /// <exception cref="ArgumentException">There are not three.</exception>
    public static ResolutionModel FromPercent(IReadOnlyList<double> percent)
    {
        ArgumentNullException.ThrowIfNull(percent);
        return percent.Count == 3
            ? new ResolutionModel(0.01 * percent[0], 0.01 * percent[1], 0.01 * percent[2])
            : throw new ArgumentException($"A resolution is three numbers (got {percent.Count}).", nameof(percent));
    }

    /// <summary>sigma/E at a visible energy in MeV.</summary>
    public double Evaluate(double visibleEnergyMeV)
    {
        double stochastic = A * A / visibleEnergyMeV;
        double noise = C / visibleEnergyMeV;
        return Math.Sqrt(stochastic + (B * B) + (noise * noise));
    }

    /// <summary>Standard deviation of the visible energy, MeV.</summary>
    public double WidthMeV(double visibleEnergyMeV) => visibleEnergyMeV * Evaluate(visibleEnergyMeV);

    /// <summary>Change of the standard deviation with the visible energy.</summary>
    public double WidthSlopeRatio(double visibleEnergyMeV) => ((0.5 * A * A) + (B * B * visibleEnergyMeV)) / WidthMeV(visibleEnergyMeV);
}
