using Isolux.Detector;
using Isolux.Detector.Capsules;
using Isolux.Detector.Geometry;
using Isolux.Detector.Light;
using Isolux.Detector.Materials;
using Isolux.Quantities;
using Isolux.Simulation.Capsules;

namespace Isolux.Simulation.Particles;

/// <summary>
/// Electromagnetic Monte Carlo of gammas, electrons and positrons in the scintillator: energy, position, quenched energy and expected
/// Cherenkov photons of every deposit. All tables are compiled once; the object is immutable and safe for any number of threads.
/// </summary>
/// <remarks>
/// What leaves the scintillator sphere is lost: nothing is scattered back from acrylic or water. What is left in a capsule counts as escaped. Gammas see incoherent scattering,
/// the photoelectric effect and pair production; coherent scattering, which moves no energy, is left out. The kinetic energy of a pair is shared
/// uniformly, both legs start along the gamma, and so does the photoelectron.
/// </remarks>
public sealed class ShowerSimulator
{
    /// <summary>Highest kinetic or photon energy that can be simulated, MeV.</summary>
    public const double MaximumEnergyMeV = 50.0;

    private readonly GammaTransport _gammas;
    private readonly ElectronTransport _electrons;

    /// <summary>A simulator for the scintillator of a detector: a sphere, or unbounded where the detector declares no geometry.</summary>
    /// <param name="detector">The detector.</param>
    /// <param name="capsule">A capsule with its fixture, in which energy is lost; null for nothing but scintillator.</param>
    /// <param name="source">Where the middle of the capsule is.</param>
    /// <exception cref="ArgumentException">The detector declares no target material or no electromagnetic model.</exception>
    public ShowerSimulator(DetectorDescription detector, SourceCapsule? capsule = null, Position source = default)
    {
        ArgumentNullException.ThrowIfNull(detector);
        MaterialComposition target = detector.Target
            ?? throw new ArgumentException($"Detector '{detector.Name}' declares no target material (particles need one); declare the composition of the scintillator.", nameof(detector));
        ElectromagneticModel model = detector.Electromagnetic
            ?? throw new ArgumentException($"Detector '{detector.Name}' declares no electromagnetic model (quenching needs one); declare cut, step and Birks constant.", nameof(detector));
        var scintillator = new ScintillatorSphere(detector.Geometry?.ScintillatorRadiusMm ?? double.PositiveInfinity);
        CapsuleField? field = capsule is null ? null : new CapsuleField(capsule, source);
        _electrons = new ElectronTransport(target, model, ScintillatorCherenkov(detector), scintillator, field);
        _gammas = new GammaTransport(target, _electrons, scintillator, field);
    }

    /// <summary>Simulates one event from time 0. The result depends on the arguments alone, so any event can be replayed.</summary>
    /// <param name="kind">The primary particle.</param>
    /// <param name="energyMeV">Kinetic energy of an electron or positron, energy of a gamma, MeV.</param>
    /// <param name="position">Where it starts.</param>
    /// <param name="direction">Where it goes; null for an isotropic direction drawn from the event's own sequence.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="run">Run number, below 2^24.</param>
    /// <param name="eventIndex">Event number in the run.</param>
    /// <param name="shower">Cleared, then filled with the event.</param>
    /// <exception cref="ArgumentOutOfRangeException">The energy is not in [0, <see cref="MaximumEnergyMeV"/>].</exception>
    public void Simulate(
        ParticleKind kind, double energyMeV, Position position, UnitVector? direction, ulong seed, uint run, uint eventIndex, ShowerBuffer shower)
    {
        ArgumentNullException.ThrowIfNull(shower);
        shower.Clear();
        var random = new ShowerRandom(seed, run, eventIndex);
        Follow(new Primary(kind, energyMeV, position, direction, 0.0), ref random, shower);
    }

    /// <summary>
    /// Simulates several primaries of one event (a cascade, two annihilation gammas) in one shower; each takes up the event's random sequences where the one before
    /// left them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An energy is not in [0, <see cref="MaximumEnergyMeV"/>].</exception>
    public void Simulate(ReadOnlySpan<Primary> primaries, ulong seed, uint run, uint eventIndex, ShowerBuffer shower)
    {
        ArgumentNullException.ThrowIfNull(shower);
        shower.Clear();
        var random = new ShowerRandom(seed, run, eventIndex);
        foreach (Primary primary in primaries)
        {
            Follow(primary, ref random, shower);
        }
    }

    private static CherenkovYield? ScintillatorCherenkov(DetectorDescription detector)
    {
        if (detector.Geometry is not { } geometry)
        {
            return null;
        }

        SphericalShell scintillator = geometry.Shells[0];
        return detector.Media.TryGetValue(scintillator.Medium, out OpticalMedium? medium) ? new CherenkovYield(medium.RefractiveIndex) : null;
    }

    private void Follow(Primary primary, ref ShowerRandom random, ShowerBuffer shower)
    {
        if (!(primary.EnergyMeV >= 0 && primary.EnergyMeV <= MaximumEnergyMeV))
        {
            throw new ArgumentOutOfRangeException(
                nameof(primary), primary.EnergyMeV, $"The energy of a primary lies in [0, {MaximumEnergyMeV}] MeV (it is {primary.EnergyMeV}).");
        }

        UnitVector direction = primary.Direction ?? Isotropic(ref random);
        var particle = new PendingParticle(primary.Kind, primary.EnergyMeV, primary.Position, direction, primary.TimeNs, IsPrimaryDescent: true);
        (primary.Kind == ParticleKind.Gamma ? shower.Gammas : shower.Electrons).Push(particle);
        if (primary.Kind != ParticleKind.Gamma)
        {
            shower.AddPrimaryElectron(primary.EnergyMeV, 1.0);
        }

        while (true)
        {
            if (shower.Electrons.TryPop(out PendingParticle electron))
            {
                _electrons.Follow(electron, ref random, shower);
            }
            else if (shower.Gammas.TryPop(out PendingParticle gamma))
            {
                _gammas.Follow(gamma, ref random, shower);
            }
            else
            {
                return;
            }
        }
    }

    private static UnitVector Isotropic(ref ShowerRandom random)
    {
        (double x, double y, double z) = random.Direction.NextIsotropic();
        return new UnitVector(x, y, z);
    }
}
