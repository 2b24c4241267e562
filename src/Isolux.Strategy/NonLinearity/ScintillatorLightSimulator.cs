using System.Collections.Immutable;
using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Detector.Light;
using Isolux.Quantities;
using Isolux.Simulation.Particles;

namespace Isolux.Strategy.NonLinearity;

/// <summary>
/// Simulates at the centre of a detector what the calibration of its non-linearity needs: the electrons set free by gammas, and the mean light of electrons for a
/// grid of Birks constants (with the same random numbers for every constant, so that curves are smooth in it).
/// </summary>
public sealed class ScintillatorLightSimulator
{
    /// <summary>Changes whenever the numbers do.</summary>
    public const int CodeVersion = 3;

    private const ulong Seed = 20260101;
    private const uint GammaRun = 3000;
    private const uint ElectronRun = 3100;
    private const int GammaCount = 20_000;
    private const int ElectronCount = 3000;
    private const int PositronCount = 15_000;
    private const uint PositronRun = 3300;
    private const double LowestMeV = 1e-3;
    private const double HighestMeV = 20.0;

    private static readonly ImmutableArray<double> s_nodesMeV = Logarithmic(5e-4, HighestMeV, perDecade: 30);
    private static readonly ImmutableArray<double> s_energiesMeV = Logarithmic(LowestMeV, HighestMeV, perDecade: 12);
    // Nothing is quenched at the first, 0.
    private static readonly ImmutableArray<double> s_birks = [0.0, 4e-3, 8e-3, 12e-3, 16e-3, 20e-3, 24e-3];

    // Dense enough for a spline, with the lines of common sources among them.
    private static readonly ImmutableArray<double> s_gammasMeV =
    [
        0.05, 0.07, 0.1, 0.14, 0.2, 0.28, 0.4, PhysicalConstants.ElectronMassMeV, 0.6617, 0.8348, 1.0, 1.2457, 1.4608, 1.8, PhysicalConstants.HydrogenCaptureGammaMeV,
        2.6, 3.1, 3.684, 4.439, 4.945, 5.5, 6.129, 6.9, 7.637, 8.6, 10.0, 12.0, 15.0, HighestMeV,
    ];

    private readonly DetectorDescription _detector;
    private readonly ElectromagneticModel _model;
    private readonly ScintillationModel _scintillation;
    private readonly int _threads;

    /// <summary>A simulator for one detector.</summary>
    /// <param name="detector">The detector.</param>
    /// <param name="threads">Threads, at least 1; the result does not depend on it.</param>
    /// <exception cref="InvalidSpecificationException">The detector declares no target, electromagnetic model, geometry or scintillation.</exception>
    public ScintillatorLightSimulator(DetectorDescription detector, int threads)
    {
        ArgumentNullException.ThrowIfNull(detector);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (detector.Target is null || detector.Geometry is null)
        {
            throw Missing(detector, "target and geometry");
        }

        _detector = detector;
        _model = detector.Electromagnetic ?? throw Missing(detector, "electromagnetic");
        _scintillation = detector.Scintillation ?? throw Missing(detector, "scintillation");
        _threads = threads;
    }

    /// <summary>Simulates.</summary>
    /// <param name="progress">Told the fraction done; null for silence.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ScintillatorLight Simulate(IProgress<double>? progress, CancellationToken cancellation)
    {
        string provenance = FormattableString.Invariant($"simulation of {_detector.Name}, {GammaCount} gammas per line, {ElectronCount} electrons per energy, seed {Seed}");
        int steps = s_gammasMeV.Length + ((s_birks.Length - 1) * s_energiesMeV.Length);
        int done = 0;
        void Advance() => progress?.Report((double)++done / steps);

        PrimaryElectronSampler sampler = new(new ShowerSimulator(_detector), s_nodesMeV, _threads);
        var lines = ImmutableArray.CreateBuilder<GammaLineSpectrum>();
        foreach (double energyMeV in s_gammasMeV)
        {
            lines.Add(new GammaLineSpectrum(energyMeV, sampler.Sample(energyMeV, GammaCount, Seed, GammaRun + (uint)lines.Count, cancellation)));
            Advance();
        }

        double lightPerPhotonMeV = new CherenkovLightRatio(_detector, _threads).Measure(cancellation) / _scintillation.PhotonsPerMeV;
        (ImmutableArray<double> positronsMeV, ImmutableArray<double> positronRatio) = Positrons(lightPerPhotonMeV, cancellation);
        var quenched = ImmutableArray.CreateBuilder<double>();
        var cherenkov = ImmutableArray.CreateBuilder<double>();
        quenched.AddRange(s_energiesMeV.Select(_ => 1.0));
        foreach (double birks in s_birks.Skip(1))
        {
            ElectromagneticModel model = _model with { BirksConstantGPerCm2MeV = birks, CherenkovFactor = 1.0 };
            ParticleGun gun = new(new ShowerSimulator(_detector with { Electromagnetic = model }), light: null);
            for (int i = 0; i < s_energiesMeV.Length; i++)
            {
                double energyMeV = s_energiesMeV[i];
                ParticleGunResult shot = gun.Shoot(
                    new ParticleGunSettings(ParticleKind.Electron, energyMeV, Position.Centre, ElectronCount, Seed, ElectronRun + (uint)i, _threads),
                    cancellation: cancellation);
                quenched.Add(shot.QuenchedMeV.Mean / energyMeV);
                if (birks == s_birks[1])
                {
                    cherenkov.Add(lightPerPhotonMeV * shot.CherenkovPhotons.Mean / energyMeV);
                }

                Advance();
            }
        }

        return new ScintillatorLight(
            new SourceSpectraPayload(s_nodesMeV, lines.ToImmutable(), positronsMeV, positronRatio, provenance),
            new ElectronLightPayload(s_energiesMeV, s_birks, quenched.ToImmutable(), cherenkov.ToImmutable(), _model.DeltaCutMeV, provenance));
    }

    // With the declared Birks constant and Cherenkov factor: positrons above 1 MeV lose energy a little more slowly than electrons, so they make about 2 % more Cherenkov light.
    private (ImmutableArray<double> EnergiesMeV, ImmutableArray<double> Ratio) Positrons(double lightPerPhotonMeV, CancellationToken cancellation)
    {
        ParticleGun gun = new(new ShowerSimulator(_detector), light: null);
        uint run = PositronRun;
        double LightMeV(ParticleKind kind, double energyMeV)
        {
            ParticleGunResult shot = gun.Shoot(
                new ParticleGunSettings(kind, energyMeV, Position.Centre, PositronCount, Seed, run++, _threads), cancellation: cancellation);
            return shot.QuenchedMeV.Mean + (lightPerPhotonMeV * shot.CherenkovPhotons.Mean);
        }

        double restMeV = LightMeV(ParticleKind.Positron, 0.0);
        ImmutableArray<double> energies = [0.1, 0.2, 0.35, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 11.0, HighestMeV];
        return (energies, [.. energies.Select(energy => (LightMeV(ParticleKind.Positron, energy) - restMeV) / LightMeV(ParticleKind.Electron, energy))]);
    }

    private static ImmutableArray<double> Logarithmic(double lowestMeV, double highestMeV, int perDecade)
    {
        int steps = (int)Math.Round(perDecade * Math.Log10(highestMeV / lowestMeV));
        return [.. Enumerable.Range(0, steps + 1).Select(i => lowestMeV * Math.Pow(highestMeV / lowestMeV, (double)i / steps))];
    }

    private static InvalidSpecificationException Missing(DetectorDescription detector, string path) => new(new SpecificationFault(
        detector.Name, path, null, "the light of electrons cannot be simulated without it", "declare it, or choose a detector that does"));
}
