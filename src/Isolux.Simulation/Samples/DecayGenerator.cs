using Isolux.Detector.Sources;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Particles;

namespace Isolux.Simulation.Samples;

/// <summary>
/// Decays of a source, or gammas of a capture, at one point: events are decays that emit something. Neutrons of a branch are not followed
/// (<see cref="NeutronSourceSimulator"/> does).
/// </summary>
/// <param name="scheme">What a decay emits.</param>
/// <param name="position">Where it decays.</param>
/// <exception cref="ArgumentException">No branch emits anything.</exception>
public sealed class DecayGenerator(DecayScheme scheme, Position position) : IPrimaryGenerator
{
    private readonly DecayEmitter _emitter = new(scheme);

    /// <inheritdoc/>
    public int MaximumCount => _emitter.MaximumCount;

    /// <inheritdoc/>
    public int Generate(ulong seed, uint run, uint eventIndex, Span<Primary> primaries)
    {
        RandomSequence random = new(seed, run, RandomStream.Decay, eventIndex, 0);
        return _emitter.Emit(position, 0.0, ref random, primaries, out _);
    }
}
