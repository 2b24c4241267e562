using Isolux.Detector;
using Isolux.Quantities;
using Isolux.Simulation.Particles;

namespace Isolux.Strategy.NonLinearity;

/// <summary>
/// Mean visible energy of particles at the centre of a detector, straight from the electromagnetic simulation and relative to the n-H gamma: the truth that calibrations
/// of the non-linearity are judged by.
/// </summary>
public sealed class CentralLight
{
    private const ulong Seed = 20260102;
    private const uint FirstRun = 3200;
    private const uint RunsPerKind = 100_000;

    private readonly ParticleGun _gun;
    private readonly int _events;
    private readonly int _threads;
    private readonly double _lightPerPhotonMeV;

    /// <summary>The light of one detector.</summary>
    /// <param name="detector">The detector.</param>
    /// <param name="events">Events per particle and energy, at least 2.</param>
    /// <param name="threads">Threads, at least 1; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the simulation.</param>
    /// <exception cref="InvalidSpecificationException">The detector declares no scintillation.</exception>
    public CentralLight(DetectorDescription detector, int events, int threads, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(detector);
        ArgumentOutOfRangeException.ThrowIfLessThan(events, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        double photonsPerMeV = detector.Scintillation?.PhotonsPerMeV
            ?? throw new InvalidSpecificationException(new SpecificationFault(detector.Name, "scintillation", null, "visible energy needs it", "choose a detector with one"));
        _gun = new ParticleGun(new ShowerSimulator(detector), light: null);
        _events = events;
        _threads = threads;
        _lightPerPhotonMeV = new CherenkovLightRatio(detector, threads).Measure(cancellation) / photonsPerMeV;
        UnitMeV = Light(ParticleKind.Gamma, PhysicalConstants.HydrogenCaptureGammaMeV, cancellation) / PhysicalConstants.HydrogenCaptureGammaMeV;
    }

    /// <summary>Unquenched scintillation light, in MeV, that counts as one MeV of visible energy.</summary>
    public double UnitMeV { get; }

    /// <summary>Mean visible energy, MeV.</summary>
    /// <param name="kind">Kind of the particle.</param>
    /// <param name="energyMeV">Its energy as <see cref="ParticleGunSettings"/> counts it, MeV.</param>
    /// <param name="cancellation">Stops the simulation.</param>
    public double VisibleMeV(ParticleKind kind, double energyMeV, CancellationToken cancellation) => Light(kind, energyMeV, cancellation) / UnitMeV;

    private double Light(ParticleKind kind, double energyMeV, CancellationToken cancellation)
    {
        ParticleGunResult shot = _gun.Shoot(new ParticleGunSettings(kind, energyMeV, Position.Centre, _events, Seed, Run(kind, energyMeV), _threads), null, cancellation);
        return shot.QuenchedMeV.Mean + (_lightPerPhotonMeV * shot.CherenkovPhotons.Mean);
    }

    /// <summary>Its own random numbers for every particle and energy (to 1 keV), whatever was asked before.</summary>
    private static uint Run(ParticleKind kind, double energyMeV) => FirstRun + (RunsPerKind * (uint)kind) + (uint)Math.Round(1000.0 * energyMeV);
}
