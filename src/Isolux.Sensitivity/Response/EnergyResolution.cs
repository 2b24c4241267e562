namespace Isolux.Sensitivity.Response;

/// <summary>sigma/E = sqrt((a/sqrt(E))^2 + b^2 + (c/E)^2) of visible energy, E in MeV (JUNO Collaboration, JHEP 03 (2021) 004, eq. 1.1); fractions, not percent.</summary>
/// <param name="A">Stochastic term, sqrt(MeV).</param>
/// <param name="B">Constant term.</param>
/// <param name="C">Noise term, MeV.</param>
public readonly record struct EnergyResolution(double A, double B, double C)
{
    /// <summary>Published weight of b, and inverse weight of c, in the effective resolution.</summary>
    public const double PublishedWeight = 1.6;

    /// <summary>a~ = sqrt(a^2 + (1.6 b)^2 + (c/1.6)^2).</summary>
    public double EffectiveResolution => Math.Sqrt((A * A) + (PublishedWeight * PublishedWeight * B * B) + (C * C / (PublishedWeight * PublishedWeight)));

    /// <summary>The resolution from three numbers in percent.</summary>
    /// <exception cref="ArgumentException">There are not three.</exception>
    public static EnergyResolution FromPercent(IReadOnlyList<double> percent)
    {
        ArgumentNullException.ThrowIfNull(percent);
        return percent.Count == 3
            ? new EnergyResolution(0.01 * percent[0], 0.01 * percent[1], 0.01 * percent[2])
            : throw new ArgumentException($"A resolution is three numbers (got {percent.Count}).", nameof(percent));
    }

    /// <summary>Standard deviation of the visible energy, MeV.</summary>
    public double WidthMeV(double visibleEnergyMeV) => Math.Sqrt((((B * B * visibleEnergyMeV) + (A * A)) * visibleEnergyMeV) + (C * C));
}
