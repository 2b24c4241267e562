using Isolux.Detector.Capsules;
using Isolux.Detector.Sources;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Particles;

namespace Isolux.Simulation.Samples;

/// <summary>
/// Decays in a capsule: evenly in its active volume, otherwise as a <see cref="DecayGenerator"/> makes them at its middle, with the same random numbers. Neutrons are not followed.
/// </summary>
/// <param name="scheme">What a decay emits.</param>
/// <param name="capsule">The capsule.</param>
/// <param name="source">Its middle.</param>
/// <exception cref="ArgumentException">No branch emits anything.</exception>
public sealed class CapsuleGenerator(DecayScheme scheme, SourceCapsule capsule, Position source) : IPrimaryGenerator
{
    private readonly DecayEmitter _emitter = new(scheme);
    private readonly UprightCylinder _active = capsule.ActiveVolume;

    /// <inheritdoc/>
    public int MaximumCount => _emitter.MaximumCount;

    /// <inheritdoc/>
    public int Generate(ulong seed, uint run, uint eventIndex, Span<Primary> primaries)
    {
        RandomSequence vertex = new(seed, run, RandomStream.PrimaryVertex, eventIndex, 0);
        RandomSequence random = new(seed, run, RandomStream.Decay, eventIndex, 0);
        double x;
        double y;
        do
        {
            x = (2.0 * vertex.NextDouble()) - 1.0;
            y = (2.0 * vertex.NextDouble()) - 1.0;
        }
        while ((x * x) + (y * y) > 1.0);

        double heightMm = _active.LowMm + ((_active.HighMm - _active.LowMm) * vertex.NextDouble());
        return _emitter.Emit(source + new Position(_active.RadiusMm * x, _active.RadiusMm * y, heightMm), 0.0, ref random, primaries, out _);
    }
}
