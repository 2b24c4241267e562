using Isolux.Detector.Light;
using Isolux.Detector.Materials;
using Isolux.Quantities;

namespace Isolux.Simulation.Particles;

/// <summary>
/// Everything an electron (or a positron) of a kinetic energy still has before it: compiled once. The loss below the cut is continuous, so
/// range, light and the optical depth for hard events are functions of the energy alone, and the next hard event is sampled exactly in the energy variable.
/// </summary>
internal sealed class ElectronTable
{
    // Longest step: 5 % of the range plus a last step of 10 micrometres, the usual "step function" of condensed histories.
    private const double RangeFraction = 0.05;
    private const double FinalRangeMm = 0.01;

    private readonly double[] _delta = new double[EnergyGrid.Count];
    private readonly double[] _radiation = new double[EnergyGrid.Count];
    private readonly double[] _annihilation = new double[EnergyGrid.Count];

    public ElectronTable(ParticleKind kind, MaterialComposition material, ElectromagneticModel model, CherenkovYield? cherenkov)
    {
        Kind = kind;
        DeltaCutMeV = model.DeltaCutMeV;
        var collisions = new ElectronCollisions(material);
        RadiativeLoss? radiation = model.Bremsstrahlung == BremsstrahlungModel.Off ? null : new RadiativeLoss(material);
        double perMm = material.DensityGPerCm3 / 10.0;
        double cherenkovFactor = model.CherenkovFactor * model.CherenkovUnitScale;

        double Stopping(double t) => perMm * (collisions.RestrictedStoppingMeVCm2PerG(kind, t, model.DeltaCutMeV)
            + (radiation?.RestrictedStoppingMeVCm2PerG(t, model.DeltaCutMeV) ?? 0.0));
        double Delta(double t) => perMm * collisions.HardRateCm2PerG(kind, t, model.DeltaCutMeV);
        double Photons(double t) => radiation is null ? 0.0 : perMm * radiation.HardRateCm2PerG(t, model.DeltaCutMeV);
        double Annihilations(double t) => kind == ParticleKind.Positron ? perMm * Annihilation.RateCm2PerG(material, t) : 0.0;

        var previous = default(Rates);
        for (int node = 0; node < EnergyGrid.Count; node++)
        {
            double t = EnergyGrid.EnergyMeV(node);
            Rates here = At(t);
            _delta[node] = here.Delta;
            _radiation[node] = here.Radiation;
            _annihilation[node] = here.Annihilation;
            if (node == 0)
            {
                // Below the first node the stopping power goes as the square root of the energy and nothing hard happens.
                RangeMm[0] = 2.0 * t / here.Stopping;
                Scattering[0] = here.Scattering * t / here.Stopping;
                Quenched[0] = t * here.QuenchedShare;
            }
            else
            {
                double width = t - EnergyGrid.EnergyMeV(node - 1);
                Rates middle = At(t - (0.5 * width));
                double Integral(Func<Rates, double> density) =>
                    width / 6.0 * (density(previous) + (4.0 * density(middle)) + density(here));
                RangeMm[node] = RangeMm[node - 1] + Integral(r => 1.0 / r.Stopping);
                HardDepth[node] = HardDepth[node - 1] + Integral(r => r.Hard / r.Stopping);
                Cherenkov[node] = Cherenkov[node - 1] + Integral(r => r.Cherenkov / r.Stopping);
                Scattering[node] = Scattering[node - 1] + Integral(r => r.Scattering / r.Stopping);
                Quenched[node] = Quenched[node - 1] + Integral(r => r.QuenchedShare);
            }

            previous = here;
        }

        if (model.Straggling == StragglingModel.Urban)
        {
            CompileStraggling(material, model);
        }

        Rates At(double t)
        {
            double stopping = Stopping(t);
            double photons = cherenkov is null ? 0.0 : cherenkovFactor * cherenkov.PhotonsPerMm(t);
            double scattering = ElasticScattering.TransportRatePerMm(material, t);
            double share = 1.0 / (1.0 + (model.BirksConstantGPerCm2MeV * stopping / perMm));
            return new Rates(stopping, Delta(t), Photons(t), Annihilations(t), photons, scattering, share);
        }
    }

    public ParticleKind Kind { get; }

    public double DeltaCutMeV { get; }

    /// <summary>Mean path length until the particle stops, mm.</summary>
    public double[] RangeMm { get; } = new double[EnergyGrid.Count];

    /// <summary>Expected number of hard events until the particle stops by continuous loss alone.</summary>
    public double[] HardDepth { get; } = new double[EnergyGrid.Count];

    /// <summary>Mean quenched energy of the continuous loss, MeV.</summary>
    public double[] Quenched { get; } = new double[EnergyGrid.Count];

    /// <summary>Variance of the quenched energy at fixed deposited energy, MeV2; all 0 without straggling.</summary>
    public double[] QuenchedVariance { get; } = new double[EnergyGrid.Count];

    /// <summary>Expected Cherenkov photons.</summary>
    public double[] Cherenkov { get; } = new double[EnergyGrid.Count];

    /// <summary>Path length in units of the transport mean free path.</summary>
    public double[] Scattering { get; } = new double[EnergyGrid.Count];

    /// <summary>Shares of delta rays and of bremsstrahlung among the hard events at an energy; the rest is annihilation.</summary>
    public (double Delta, double Radiation) HardShares(double energyMeV)
    {
        double delta = EnergyGrid.Interpolate(_delta, energyMeV);
        double radiation = EnergyGrid.Interpolate(_radiation, energyMeV);
        double total = delta + radiation + EnergyGrid.Interpolate(_annihilation, energyMeV);
        return total > 0 ? (delta / total, radiation / total) : (0.0, 0.0);
    }

    // Light of a track = light of its next step + light of the track that is left; solved upwards in energy. The energy is fixed, so a step that
    // takes more of it leaves less: the variance adds that of q - D x (slope of the light that is left) step by step.
    private void CompileStraggling(MaterialComposition material, ElectromagneticModel model)
    {
        double kB = model.BirksConstantGPerCm2MeV;
        double excitationMeV = material.MeanExcitationEnergyEv * 1e-6;
        for (int node = 0; node < EnergyGrid.Count; node++)
        {
            double t = EnergyGrid.EnergyMeV(node);
            double range = RangeMm[node];
            double step = Math.Min(model.MaximumStepMm, range <= FinalRangeMm
                ? range
                : (RangeFraction * range) + (FinalRangeMm * (1.0 - RangeFraction) * (2.0 - (FinalRangeMm / range))));
            double gPerCm2 = step * material.DensityGPerCm3 / 10.0;
            if (node == 0 || step >= range)
            {
                Quenched[node] = t / (1.0 + (kB * t / gPerCm2));
                continue;
            }

            double after = EnergyGrid.Invert(RangeMm, range - step, t);
            double loss = t - after;
            double largest = Math.Min(model.DeltaCutMeV, ElectronCollisions.MaximumTransferMeV(Kind, t));
            double previous = EnergyGrid.EnergyMeV(node - 1);
            double above = Math.Min(previous, 1.25 * after);
            double below = 0.75 * after;
            double slope = (EnergyGrid.Interpolate(Quenched, above) - EnergyGrid.Interpolate(Quenched, below)) / (above - below);
            (double mean, double variance) = UrbanStraggling.QuenchedStep(loss, largest, excitationMeV, kB / gPerCm2, slope);
            if (after <= previous)
            {
                Quenched[node] = mean + EnergyGrid.Interpolate(Quenched, after);
                QuenchedVariance[node] = variance + EnergyGrid.Interpolate(QuenchedVariance, after);
            }
            else
            {
                double steps = (t - previous) / loss;
                Quenched[node] = Quenched[node - 1] + (steps * mean);
                QuenchedVariance[node] = QuenchedVariance[node - 1] + (steps * variance);
            }
        }
    }

    private readonly record struct Rates(
        double Stopping, double Delta, double Radiation, double Annihilation, double Cherenkov, double Scattering, double QuenchedShare)
    {
        public double Hard => Delta + Radiation + Annihilation;
    }
}
