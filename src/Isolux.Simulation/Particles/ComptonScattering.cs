using Isolux.Numerics.Elementary;
using Isolux.Numerics.Random;
using Isolux.Quantities;

namespace Isolux.Simulation.Particles;

/// <summary>
/// Scattering of a photon on a free electron at rest: O. Klein and Y. Nishina, Z. Phys. 52 (1929) 853, sampled by the mixed method of
/// J. C. Butcher and H. Messel, Nucl. Phys. 20 (1960) 15.
/// </summary>
public static class ComptonScattering
{
    /// <summary>Energy of the scattered photon in MeV and the cosine of its angle.</summary>
    public static (double EnergyMeV, double Cosine) Sample(double energyMeV, ref RandomSequence random)
    {
        double k = energyMeV / PhysicalConstants.ElectronMassMeV;
        double smallest = 1.0 / (1.0 + (2.0 * k));
        double logWeight = -Elementary64.Log(smallest);
        double squareWeight = 0.5 * (1.0 - (smallest * smallest));
        double logShare = logWeight / (logWeight + squareWeight);
        while (true)
        {
            double u = random.NextDouble();
            double fraction = u < logShare
                ? Elementary64.Exp(-logWeight * (u / logShare))
                : Math.Sqrt((smallest * smallest) + ((1.0 - (smallest * smallest)) * ((u - logShare) / (1.0 - logShare))));
            double oneMinusCosine = (1.0 - fraction) / (k * fraction);
            double sine2 = oneMinusCosine * (2.0 - oneMinusCosine);
            if (random.NextDouble() < 1.0 - (fraction * sine2 / (1.0 + (fraction * fraction))))
            {
                return (energyMeV * fraction, 1.0 - oneMinusCosine);
            }
        }
    }

    /// <summary>Total cross section per electron, mm2.</summary>
    public static double CrossSectionMm2(double energyMeV)
    {
        double k = energyMeV / PhysicalConstants.ElectronMassMeV;
        double a = 1.0 + (2.0 * k);
        double bracket = ((1.0 + k) / (k * k) * ((2.0 * (1.0 + k) / a) - (Math.Log(a) / k))) + (Math.Log(a) / (2.0 * k)) - ((1.0 + (3.0 * k)) / (a * a));
        const double radiusMm = PhysicalConstants.ClassicalElectronRadiusMm;
        return 2.0 * Math.PI * radiusMm * radiusMm * bracket;
    }
}
