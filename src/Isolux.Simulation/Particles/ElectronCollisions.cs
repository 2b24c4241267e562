using Isolux.Detector.Materials;
using Isolux.Quantities;

namespace Isolux.Simulation.Particles;

/// <summary>
/// Collisions of electrons and positrons with atomic electrons: Berger-Seltzer stopping power with the Sternheimer-Peierls density effect
/// (ICRU 37, eqs. 2.9-2.11) and the Moller and Bhabha cross sections for energy transfers above a cut.
/// </summary>
public sealed class ElectronCollisions
{
    // Below this the Berger-Seltzer logarithm loses its meaning; the stopping power is continued as the square root of the energy.
    private const double LowestMeV = 4e-4;
    private const double Ln10 = 2.302585092994046;

    private readonly MaterialComposition _material;
    private readonly double _coefficientMeVCm2PerG;

    /// <summary>Collisions in a material.</summary>
    public ElectronCollisions(MaterialComposition material)
    {
        ArgumentNullException.ThrowIfNull(material);
        _material = material;
        const double radiusCm = PhysicalConstants.ClassicalElectronRadiusMm / 10.0;
        _coefficientMeVCm2PerG = 2.0 * Math.PI * radiusCm * radiusCm * PhysicalConstants.ElectronMassMeV
            * PhysicalConstants.AvogadroPerMole * material.ZOverAMolPerG;
    }

    /// <summary>Mean energy loss in all collisions, MeV cm2/g.</summary>
    /// <param name="kind">Electron or positron.</param>
    /// <param name="energyMeV">Kinetic energy, MeV.</param>
    public double StoppingMeVCm2PerG(ParticleKind kind, double energyMeV)
    {
        if (energyMeV < LowestMeV)
        {
            return StoppingMeVCm2PerG(kind, LowestMeV) * Math.Sqrt(energyMeV / LowestMeV);
        }

        double tau = energyMeV / PhysicalConstants.ElectronMassMeV;
        double gamma = tau + 1.0;
        double beta2 = tau * (tau + 2.0) / (gamma * gamma);
        double i = _material.MeanExcitationEnergyEv * 1e-6 / PhysicalConstants.ElectronMassMeV;
        double inverse = 1.0 / (tau + 2.0);
        double f = kind == ParticleKind.Positron
            ? (2.0 * Math.Log(2.0)) - (beta2 / 12.0 * (23.0 + (inverse * (14.0 + (inverse * (10.0 + (4.0 * inverse)))))))
            : 1.0 - beta2 + (((tau * tau / 8.0) - (((2.0 * tau) + 1.0) * Math.Log(2.0))) / (gamma * gamma));
        double bracket = Math.Log(tau * tau * (tau + 2.0) / (2.0 * i * i)) + f - DensityCorrection(tau);
        return _coefficientMeVCm2PerG / beta2 * bracket;
    }

    /// <summary>Mean energy loss in collisions that transfer less than the cut, MeV cm2/g.</summary>
    public double RestrictedStoppingMeVCm2PerG(ParticleKind kind, double energyMeV, double cutMeV) =>
        StoppingMeVCm2PerG(kind, energyMeV) - IntegrateAboveCut(kind, energyMeV, cutMeV, power: 1);

    /// <summary>Collisions per g/cm2 that transfer more than the cut, cm2/g.</summary>
    public double HardRateCm2PerG(ParticleKind kind, double energyMeV, double cutMeV) =>
        IntegrateAboveCut(kind, energyMeV, cutMeV, power: 0);

    /// <summary>Largest transfer counted: half the energy between equal particles (the faster one goes on as the primary), else all of it, MeV.</summary>
    public static double MaximumTransferMeV(ParticleKind kind, double energyMeV) => kind == ParticleKind.Positron ? energyMeV : 0.5 * energyMeV;

    /// <summary>
    /// Differential rate in the transferred fraction of the kinetic energy, times the fraction squared and beta squared, in units of
    /// 2 pi r_e^2 n m / (beta^2 T): tends to 1 for small transfers. Moller and Bhabha cross sections.
    /// </summary>
    internal static double Shape(ParticleKind kind, double gamma, double fraction)
    {
        if (kind == ParticleKind.Positron)
        {
            double beta2 = 1.0 - (1.0 / (gamma * gamma));
            double y = 1.0 / (gamma + 1.0);
            double z = 1.0 - (2.0 * y);
            double b1 = 2.0 - (y * y);
            double b2 = z * (3.0 + (y * y));
            double b4 = z * z * z;
            double b3 = (z * z) + b4;
            return 1.0 - (beta2 * fraction * (b1 - (fraction * (b2 - (fraction * (b3 - (fraction * b4)))))));
        }

        double inverseGamma2 = 1.0 / (gamma * gamma);
        double mixed = ((2.0 * gamma) - 1.0) * inverseGamma2;
        double rest = 1.0 - fraction;
        double ratio = fraction / rest;
        return 1.0 - (mixed * fraction) + (ratio * (ratio - (mixed * fraction)))
            + ((gamma - 1.0) * (gamma - 1.0) * inverseGamma2 * fraction * fraction);
    }

    private double IntegrateAboveCut(ParticleKind kind, double energyMeV, double cutMeV, int power)
    {
        double maximumMeV = MaximumTransferMeV(kind, energyMeV);
        if (maximumMeV <= cutMeV)
        {
            return 0.0;
        }

        const int intervals = 64;
        double gamma = (energyMeV / PhysicalConstants.ElectronMassMeV) + 1.0;
        double beta2 = 1.0 - (1.0 / (gamma * gamma));
        double low = cutMeV / energyMeV;
        double step = Math.Log(maximumMeV / cutMeV) / intervals;
        double sum = 0.0;
        for (int i = 0; i <= intervals; i++)
        {
            double fraction = low * Math.Exp(i * step);
            double weight = i == 0 || i == intervals ? 1.0 : i % 2 == 1 ? 4.0 : 2.0;
            sum += weight * Shape(kind, gamma, fraction) / (power == 0 ? fraction : 1.0);
        }

        double integral = sum * step / 3.0;
        return _coefficientMeVCm2PerG / beta2 * integral / (power == 0 ? energyMeV : 1.0);
    }

    private double DensityCorrection(double tau)
    {
        DensityEffect effect = _material.DensityEffect;
        double x = 0.5 * Math.Log10(tau * (tau + 2.0));
        if (x < effect.X0)
        {
            return 0.0;
        }

        double asymptote = (2.0 * Ln10 * x) - effect.C;
        return x < effect.X1 ? asymptote + (effect.A * Math.Pow(effect.X1 - x, effect.M)) : asymptote;
    }
}
