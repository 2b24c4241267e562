using Isolux.Detector.Materials;
using Isolux.Numerics.Elementary;
using Isolux.Numerics.Random;
using Isolux.Quantities;

namespace Isolux.Simulation.Particles;

/// <summary>Two-photon annihilation of a positron in flight on a free electron at rest (Heitler, The Quantum Theory of Radiation, 3rd ed., section 27).</summary>
public static class Annihilation
{
    /// <summary>Annihilations per g/cm2, cm2/g.</summary>
    public static double RateCm2PerG(MaterialComposition material, double energyMeV)
    {
        ArgumentNullException.ThrowIfNull(material);
        const double radiusCm = PhysicalConstants.ClassicalElectronRadiusMm / 10.0;
        double gamma = (energyMeV / PhysicalConstants.ElectronMassMeV) + 1.0;
        double momentum = Math.Sqrt((gamma * gamma) - 1.0);
        double crossSectionCm2 = Math.PI * radiusCm * radiusCm / (gamma + 1.0)
            * ((((gamma * gamma) + (4.0 * gamma) + 1.0) / (momentum * momentum) * Math.Log(gamma + momentum)) - ((gamma + 3.0) / momentum));
        return crossSectionCm2 * PhysicalConstants.AvogadroPerMole * material.ZOverAMolPerG;
    }

    /// <summary>Fraction of the total energy T + 2m that the first photon takes, by rejection from 1/fraction.</summary>
    internal static double SampleFraction(double energyMeV, ref RandomSequence random)
    {
        double gamma = (energyMeV / PhysicalConstants.ElectronMassMeV) + 1.0;
        double low = 0.5 * (1.0 - Math.Sqrt((gamma - 1.0) / (gamma + 1.0)));
        double logRatio = Elementary64.Log((1.0 - low) / low);
        double square = 1.0 / ((gamma + 1.0) * (gamma + 1.0));
        while (true)
        {
            double fraction = low * Elementary64.Exp(logRatio * random.NextDouble());
            double acceptance = 1.0 - fraction + (square * ((2.0 * gamma) - (1.0 / fraction)));
            if (random.NextDouble() < acceptance)
            {
                return fraction;
            }
        }
    }

    /// <summary>Cosine between the positron and a photon that takes a fraction of the total energy.</summary>
    internal static double Cosine(double energyMeV, double fraction)
    {
        double gamma = (energyMeV / PhysicalConstants.ElectronMassMeV) + 1.0;
        double cosine = ((fraction * (gamma + 1.0)) - 1.0) / (fraction * Math.Sqrt((gamma * gamma) - 1.0));
        return Math.Clamp(cosine, -1.0, 1.0);
    }
}
