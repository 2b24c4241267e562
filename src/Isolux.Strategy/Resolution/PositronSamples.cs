using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Samples;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Resolution;

/// <summary>Positrons of every kinetic energy, at the centre and uniform in the fiducial volume; all rows of the table share them. Shape [energies].</summary>
internal sealed record PositronSamples(SimulatedEvents[] Central, SimulatedEvents[] Uniform)
{
    public static PositronSamples Simulate(DetectorSimulation simulation, RunSettings settings, IProgress<double>? progress, CancellationToken cancellation)
    {
        int energies = PositronEnergies.AllMeV.Length;
        SimulatedEvents[] central = new SimulatedEvents[energies];
        SimulatedEvents[] uniform = new SimulatedEvents[energies];
        for (int i = 0; i < energies; i++)
        {
            double energyMeV = PositronEnergies.AllMeV[i];
            central[i] = simulation.Samples.Simulate(
                new PointGenerator(ParticleKind.Positron, energyMeV, Position.Centre), settings.PositronEvents, RandomRuns.CentralPositrons + (uint)i, cancellation);
            progress?.Report((i + 0.5) / energies);
            uniform[i] = simulation.Samples.Simulate(UniformGenerator(simulation, i), settings.PositronEvents, RandomRuns.UniformPositrons + (uint)i, cancellation);
            progress?.Report((i + 1.0) / energies);
        }

        return new PositronSamples(central, uniform);
    }

    /// <summary>What starts the uniform positrons of a kinetic energy.</summary>
    public static UniformSphereGenerator UniformGenerator(DetectorSimulation simulation, int energy) =>
        new(ParticleKind.Positron, PositronEnergies.AllMeV[energy], simulation.Geometry.FiducialRadiusMm);
}
