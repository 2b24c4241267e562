using Isolux.Numerics.Interpolation;

namespace Isolux.Simulation.Particles.Neutrons;

/// <summary>
/// Quenched energy of a recoil proton that stops: the integral of dT/(1 + kB S(T)) from 0 (J. B. Birks, Proc. Phys. Soc. A 64 (1951) 874), with the electronic stopping power.
/// What a slow proton loses to nuclei (1 % at 10 keV) counts as ionisation.
/// </summary>
public sealed class ProtonQuenching
{
    private const int StepsPerNode = 8;
    private readonly double[] _quenchedMeV = new double[EnergyGrid.Count];

    /// <summary>Tabulates the integral.</summary>
    /// <param name="stoppingMeVCm2PerG">Electronic stopping power against the energy in MeV.</param>
    /// <param name="birksConstantGPerCm2MeV">kB of protons, g/cm2/MeV.</param>
    public ProtonQuenching(SampledCurve stoppingMeVCm2PerG, double birksConstantGPerCm2MeV)
    {
        ArgumentNullException.ThrowIfNull(stoppingMeVCm2PerG);
        double sumMeV = 0.0;
        double lowMeV = 0.0;
        for (int node = 0; node < EnergyGrid.Count; node++)
        {
            double stepMeV = (EnergyGrid.EnergyMeV(node) - lowMeV) / StepsPerNode;
            for (int step = 0; step < StepsPerNode; step++)
            {
                double middleMeV = lowMeV + ((step + 0.5) * stepMeV);
                sumMeV += stepMeV / (1.0 + (birksConstantGPerCm2MeV * stoppingMeVCm2PerG.Evaluate(middleMeV)));
            }

            lowMeV = EnergyGrid.EnergyMeV(node);
            _quenchedMeV[node] = sumMeV;
        }
    }

    /// <summary>Quenched energy of a proton of a kinetic energy below 64 MeV, MeV.</summary>
    public double QuenchedMeV(double energyMeV) => EnergyGrid.Interpolate(_quenchedMeV, energyMeV);
}
