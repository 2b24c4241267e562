using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Particles;

namespace Isolux.Simulation.Samples;

/// <summary>One particle of one energy (MeV, as in <see cref="Primary"/>), uniform in a sphere around the centre.</summary>
public sealed class UniformSphereGenerator(ParticleKind kind, double energyMeV, double radiusMm) : IPrimaryGenerator
{
    /// <inheritdoc/>
    public int MaximumCount => 1;

    /// <inheritdoc/>
    public int Generate(ulong seed, uint run, uint eventIndex, Span<Primary> primaries)
    {
        RandomSequence random = new(seed, run, RandomStream.PrimaryVertex, eventIndex, 0);
        Position position;
        do
        {
            position = new Position(Coordinate(ref random), Coordinate(ref random), Coordinate(ref random));
        }
        while (position.RadiusMm > radiusMm);

        primaries[0] = new Primary(kind, energyMeV, position, null, 0.0);
        return 1;
    }

    private double Coordinate(ref RandomSequence random) => radiusMm * ((2.0 * random.NextDouble()) - 1.0);
}
