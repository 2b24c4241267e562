using Isolux.Quantities;

namespace Isolux.Simulation.Particles;

/// <summary>What <see cref="ParticleGun"/> shoots.</summary>
/// <param name="Particle">The primary particle.</param>
/// <param name="EnergyMeV">Kinetic energy of an electron or positron (a positron at 0 is two annihilation gammas), energy of a gamma, MeV; at most <see cref="ShowerSimulator.MaximumEnergyMeV"/>.</param>
/// <param name="Position">Where every event starts, in an isotropic direction.</param>
/// <param name="Count">Number of events, at least 1.</param>
/// <param name="Seed">Seed; default 1.</param>
/// <param name="Run">Run number, below 2^24; default 0.</param>
/// <param name="Threads">Number of threads; 0 takes all. The result does not depend on it.</param>
public sealed record ParticleGunSettings(
    ParticleKind Particle, double EnergyMeV, Position Position, int Count, ulong Seed = 1, uint Run = 0, int Threads = 0)
{
    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        if (!(EnergyMeV >= 0 && EnergyMeV <= ShowerSimulator.MaximumEnergyMeV) || (Particle == ParticleKind.Gamma && EnergyMeV == 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(EnergyMeV), EnergyMeV, $"The energy lies in [0, {ShowerSimulator.MaximumEnergyMeV}] MeV, for a gamma above 0 (it is {EnergyMeV}).");
        }

        if (!double.IsFinite(Position.RadiusMm))
        {
            throw new ArgumentOutOfRangeException(nameof(Position), Position, "The position must be finite.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(Count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
    }
}
