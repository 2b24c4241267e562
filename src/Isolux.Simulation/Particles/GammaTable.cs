using Isolux.Detector.Materials;
using Isolux.Numerics.Interpolation;
using Isolux.Quantities;

namespace Isolux.Simulation.Particles;

/// <summary>Interaction rates of photons per mm on the energy grid: incoherent, photoelectric and pair production (both fields together).</summary>
internal sealed class GammaTable
{
    private const double PairThresholdMeV = 2.0 * PhysicalConstants.ElectronMassMeV;

    public GammaTable(MaterialComposition material)
    {
        double binding = 0.0;
        double photoelectric = 0.0;
        foreach (ElementFraction part in material.Elements)
        {
            double barnToPerMm = 1e-24 * PhysicalConstants.AvogadroPerMole * part.MassFraction / part.Element.AtomicMassGPerMol
                * material.DensityGPerCm3 / 10.0;
            PhotonCrossSections sections = part.Element.CrossSections;
            SampledCurve? reducedPair = ReducedPair(sections.PairBarn);
            for (int node = 0; node < EnergyGrid.Count; node++)
            {
                double energyMeV = EnergyGrid.EnergyMeV(node);
                Compton[node] += barnToPerMm * sections.IncoherentBarn.Evaluate(energyMeV);
                Total[node] += barnToPerMm * (sections.IncoherentBarn.Evaluate(energyMeV) + sections.PhotoelectricBarn.Evaluate(energyMeV));
                if (reducedPair is not null && energyMeV > PairThresholdMeV)
                {
                    double pair = barnToPerMm * reducedPair.Evaluate(energyMeV) * Math.Pow(1.0 - (PairThresholdMeV / energyMeV), 3.0);
                    Pair[node] += pair;
                    Total[node] += pair;
                }
            }

            double weight = barnToPerMm * sections.PhotoelectricBarn.Evaluate(BindingReferenceMeV);
            binding += weight * KShellBindingMeV(part.Element.AtomicNumber);
            photoelectric += weight;
        }

        BindingMeV = binding / photoelectric;
    }

    /// <summary>Incoherent scattering, per mm.</summary>
    public double[] Compton { get; } = new double[EnergyGrid.Count];

    /// <summary>Pair production, per mm.</summary>
    public double[] Pair { get; } = new double[EnergyGrid.Count];

    /// <summary>Sum of the three processes, per mm.</summary>
    public double[] Total { get; } = new double[EnergyGrid.Count];

    /// <summary>K-shell binding energy averaged over the photoelectric absorption at 20 keV, released as one electron of that energy, MeV.</summary>
    public double BindingMeV { get; }

    private static double BindingReferenceMeV => 0.02;

    // Rydberg energy times the squared screened charge; a screening of 1.43 gives carbon its 284.2 eV.
    private static double KShellBindingMeV(int atomicNumber)
    {
        double charge = Math.Max(1.0, atomicNumber - 1.43);
        return 13.605693e-6 * charge * charge;
    }

    // Divided by (1 - threshold/E)^3 the cross section is smooth enough for straight lines in (ln E, ln sigma).
    private static SampledCurve? ReducedPair(SampledCurve pair)
    {
        var energies = new List<double>();
        var values = new List<double>();
        for (int i = 0; i < pair.Abscissae.Length; i++)
        {
            double energyMeV = pair.Abscissae[i];
            if (pair.Ordinates[i] > 0 && energyMeV > 1.001 * PairThresholdMeV)
            {
                energies.Add(energyMeV);
                values.Add(pair.Ordinates[i] / Math.Pow(1.0 - (PairThresholdMeV / energyMeV), 3.0));
            }
        }

        return energies.Count == 0 ? null : new SampledCurve(energies.ToArray(), values.ToArray(), CurveInterpolation.LogLog);
    }
}
