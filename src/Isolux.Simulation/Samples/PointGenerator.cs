using Isolux.Quantities;
using Isolux.Simulation.Particles;

namespace Isolux.Simulation.Samples;

/// <summary>One particle of one energy (MeV, as in <see cref="Primary"/>) at one point.</summary>
public sealed class PointGenerator(ParticleKind kind, double energyMeV, Position position) : IPrimaryGenerator
{
    /// <inheritdoc/>
    public int MaximumCount => 1;

    /// <inheritdoc/>
    public int Generate(ulong seed, uint run, uint eventIndex, Span<Primary> primaries)
    {
        primaries[0] = new Primary(kind, energyMeV, position, null, 0.0);
        return 1;
    }
}
