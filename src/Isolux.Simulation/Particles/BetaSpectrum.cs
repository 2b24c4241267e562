using Isolux.Detector.Sources;
using Isolux.Numerics.Distributions;
using Isolux.Quantities;

namespace Isolux.Simulation.Particles;

/// <summary>
/// Kinetic energy of the electron of an allowed beta-minus transition: p W (W0 - W)^2 F(Z, W) (1 + delta W), with the Fermi function of a point nucleus as
/// H. A. Bethe and R. F. Bacher (Rev. Mod. Phys. 8 (1936) 82) approximate it for light nuclei, and the weak-magnetism correction linear in the total energy. Radiative
/// corrections and the nuclear recoil are left out.
/// </summary>
public static class BetaSpectrum
{
    private const int Nodes = 2000;

    /// <summary>Density of the kinetic energy in MeV.</summary>
    public static TabulatedDensity Of(BetaTransition transition)
    {
        ArgumentNullException.ThrowIfNull(transition);
        double[] energiesMeV = new double[Nodes + 1];
        double[] density = new double[Nodes + 1];
        for (int i = 0; i <= Nodes; i++)
        {
            energiesMeV[i] = transition.EndpointMeV * i / Nodes;
            density[i] = Shape(transition, energiesMeV[i]);
        }

        return new TabulatedDensity(energiesMeV, density);
    }

    /// <summary>The density, not normalised, at a kinetic energy in MeV.</summary>
    public static double Shape(BetaTransition transition, double energyMeV)
    {
        ArgumentNullException.ThrowIfNull(transition);
        const double m = PhysicalConstants.ElectronMassMeV;
        double leftMeV = transition.EndpointMeV - energyMeV;
        if (energyMeV < 0 || leftMeV < 0)
        {
            return 0.0;
        }

        double w = 1.0 + (energyMeV / m);
        double momentum = Math.Sqrt((w * w) - 1.0);
        double correction = 1.0 + (transition.WeakMagnetismPerMeV * w * m);
        return MomentumTimesFermi(transition.DaughterAtomicNumber, w, momentum) * w * leftMeV * leftMeV * correction;
    }

    // The product stays finite at rest, where the Fermi function alone diverges.
    private static double MomentumTimesFermi(int daughterAtomicNumber, double w, double momentum)
    {
        double coupling = PhysicalConstants.FineStructure * daughterAtomicNumber;
        double exponent = Math.Sqrt(1.0 - (coupling * coupling)) - 1.0;
        double relativistic = Math.Pow((w * w * (1.0 + (4.0 * coupling * coupling))) - 1.0, exponent);
        double strength = 2.0 * Math.PI * coupling * w;
        return relativistic * (momentum > 0 ? strength / (1.0 - Math.Exp(-strength / momentum)) : strength);
    }
}
