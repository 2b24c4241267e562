using Isolux.Detector.Neutrons;

namespace Isolux.Simulation.Particles.Neutrons;

/// <summary>Elastic rates of neutrons per mm and nuclide on the energy grid; constant below it.</summary>
internal sealed class NeutronRates
{
    private readonly double[][] _elasticPerMm;
    private readonly double[] _totalPerMm = new double[EnergyGrid.Count];

    public NeutronRates(NeutronModel model)
    {
        _elasticPerMm = new double[model.Nuclides.Length][];
        for (int i = 0; i < _elasticPerMm.Length; i++)
        {
            NeutronNuclide nuclide = model.Nuclides[i];
            double barnToPerMm = nuclide.AtomsPerCm3 * 1e-24 / 10.0;
            double[] rates = new double[EnergyGrid.Count];
            for (int node = 0; node < rates.Length; node++)
            {
                rates[node] = barnToPerMm * nuclide.ElasticBarn.Evaluate(EnergyGrid.EnergyMeV(node));
                _totalPerMm[node] += rates[node];
            }

            _elasticPerMm[i] = rates;
        }
    }

    /// <summary>All collisions, per mm.</summary>
    public double TotalPerMm(double energyMeV) => EnergyGrid.Interpolate(_totalPerMm, Math.Max(energyMeV, EnergyGrid.MinimumMeV));

    /// <summary>The nuclide that is hit, from a uniform number.</summary>
    public int Choose(double energyMeV, double uniform)
    {
        double atMeV = Math.Max(energyMeV, EnergyGrid.MinimumMeV);
        double choicePerMm = uniform * EnergyGrid.Interpolate(_totalPerMm, atMeV);
        int last = _elasticPerMm.Length - 1;
        for (int i = 0; i < last; i++)
        {
            choicePerMm -= EnergyGrid.Interpolate(_elasticPerMm[i], atMeV);
            if (choicePerMm < 0)
            {
                return i;
            }
        }

        return last;
    }
}
