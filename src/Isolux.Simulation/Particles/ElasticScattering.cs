using Isolux.Detector.Materials;
using Isolux.Numerics.Elementary;
using Isolux.Numerics.Random;
using Isolux.Quantities;

namespace Isolux.Simulation.Particles;

/// <summary>
/// Multiple elastic scattering of electrons, good enough for positions: the mean cosine after a path is exp(-path / transport mean free path) with
/// the screened Rutherford cross section and Moliere's screening (J. M. Fernandez-Varea et al., NIM B 73 (1993) 447).
/// </summary>
internal static class ElasticScattering
{
    /// <summary>Inverse transport mean free path, per mm.</summary>
    public static double TransportRatePerMm(MaterialComposition material, double energyMeV)
    {
        const double m = PhysicalConstants.ElectronMassMeV;
        const double radiusCm = PhysicalConstants.ClassicalElectronRadiusMm / 10.0;
        double momentum2 = energyMeV * (energyMeV + (2.0 * m)) / (m * m);
        double gamma = 1.0 + (energyMeV / m);
        double beta2 = momentum2 / (gamma * gamma);
        double perCm = 0.0;
        foreach (ElementFraction part in material.Elements)
        {
            double z = part.Element.AtomicNumber;
            double coupling = PhysicalConstants.FineStructure * z;
            double screeningMomentum = PhysicalConstants.FineStructure * Math.Cbrt(z) / 0.885;
            double screening = screeningMomentum * screeningMomentum / (4.0 * momentum2) * (1.13 + (3.76 * coupling * coupling / beta2));
            double logarithm = Math.Log(1.0 + (1.0 / screening)) - (1.0 / (1.0 + screening));
            double atomsPerCm3 = material.DensityGPerCm3 * part.MassFraction * PhysicalConstants.AvogadroPerMole / part.Element.AtomicMassGPerMol;
            perCm += atomsPerCm3 * 2.0 * Math.PI * radiusCm * radiusCm * z * (z + 1.0) / (momentum2 * beta2) * logarithm;
        }

        return perCm / 10.0;
    }

    /// <summary>A cosine with mean exp(-depth) from a density that is a power of (1 + cosine).</summary>
    public static double SampleCosine(double depth, ref RandomSequence random)
    {
        double mean = Elementary64.Exp(-depth);
        double exponent = (1.0 - mean) / (1.0 + mean);
        return (2.0 * Elementary64.Exp(exponent * Elementary64.Log(random.NextDouble()))) - 1.0;
    }
}
