using Isolux.Simulation.Particles;

namespace Isolux.Simulation.Samples;

/// <summary>Events that particles start.</summary>
/// <param name="primaries">The particles.</param>
/// <param name="showers">What becomes of them.</param>
public sealed class ParticleEventGenerator(IPrimaryGenerator primaries, ShowerSimulator showers) : IEventGenerator
{
    /// <inheritdoc/>
    public bool TriggersItself => false;

    /// <inheritdoc/>
    public EventStart Generate(ulong seed, uint run, uint eventIndex, ShowerBuffer deposits)
    {
        Primary[] particles = new Primary[primaries.MaximumCount];
        int count = primaries.Generate(seed, run, eventIndex, particles);
        showers.Simulate(particles.AsSpan(0, count), seed, run, eventIndex, deposits);
        double energyMeV = 0;
        for (int i = 0; i < count; i++)
        {
            energyMeV += particles[i].EnergyMeV;
        }

        return new EventStart(count > 0 ? particles[0].Position : default, energyMeV);
    }
}
