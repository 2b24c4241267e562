using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Samples;

namespace Isolux.Strategy.Reconstruction;

/// <summary>One particle of one energy (MeV), even over a sphere about the centre.</summary>
internal sealed class SphereSurfaceGenerator(ParticleKind kind, double energyMeV, double radiusMm) : IPrimaryGenerator
{
    public int MaximumCount => 1;

    public int Generate(ulong seed, uint run, uint eventIndex, Span<Primary> primaries)
    {
        RandomSequence random = new(seed, run, RandomStream.PrimaryVertex, eventIndex, 0);
        double cosTheta = (2.0 * random.NextDouble()) - 1.0;
        primaries[0] = new Primary(kind, energyMeV, Position.FromSpherical(radiusMm, cosTheta, 2.0 * Math.PI * random.NextDouble()), null, 0.0);
        return 1;
    }
}
