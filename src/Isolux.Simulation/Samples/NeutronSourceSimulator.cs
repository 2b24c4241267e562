using System.Collections.Immutable;
using Isolux.Detector.Neutrons;
using Isolux.Detector.Sources;
using Isolux.Numerics.Distributions;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Particles.Neutrons;

namespace Isolux.Simulation.Samples;

/// <summary>
/// Simulates decays of a neutron source: prompt gammas and recoil protons, the neutron's way, the gammas of its capture. The prompt shower is event 2i of the run, the delayed one
/// event 2i + 1, so that both can be replayed and no result depends on threads.
/// </summary>
public sealed class NeutronSourceSimulator
{
    private const int DecaysPerBlock = 256;

    private readonly ShowerSimulator _showers;
    private readonly NeutronTransport _neutrons;
    private readonly ImmutableArray<DecayEmitter> _captures;
    private readonly ILightResponse _light;
    private readonly double _darkNoiseMeanPe;
    private readonly ulong _seed;
    private readonly int _threadCount;

    /// <summary>A simulator of neutron sources.</summary>
    /// <param name="showers">Electromagnetic simulation.</param>
    /// <param name="model">Neutrons in the scintillator.</param>
    /// <param name="scintillatorRadiusMm">Radius of the scintillator, mm.</param>
    /// <param name="light">Light response.</param>
    /// <param name="darkNoiseMeanPe">Mean dark counts per event, PE.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="threadCount">Threads, at least 1.</param>
    public NeutronSourceSimulator(
        ShowerSimulator showers, NeutronModel model, double scintillatorRadiusMm, ILightResponse light, double darkNoiseMeanPe, ulong seed, int threadCount)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(threadCount, 1);
        _showers = showers;
        _neutrons = new NeutronTransport(model, scintillatorRadiusMm);
        _captures = [.. model.Nuclides.Select(nuclide => new DecayEmitter(nuclide.Capture))];
        _light = light;
        _darkNoiseMeanPe = darkNoiseMeanPe;
        _seed = seed;
        _threadCount = threadCount;
    }

    /// <summary>Simulates decays at a point.</summary>
    /// <param name="scheme">What a decay emits; every branch a neutron.</param>
    /// <param name="position">Where the source is.</param>
    /// <param name="count">Number of decays, at least 1, below 2^31.</param>
    /// <param name="run">Run number, below 2^24.</param>
    /// <param name="cancellation">Stops the simulation.</param>
    /// <exception cref="ArgumentException">A branch has no neutron.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public CorrelatedDecay[] Simulate(DecayScheme scheme, Position position, int count, uint run, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentNullException.ThrowIfNull(scheme);
        if (scheme.Branches.Any(branch => branch.NeutronSpectrum is null))
        {
            throw new ArgumentException("Every branch of a neutron source emits a neutron.", nameof(scheme));
        }

        DecayEmitter emitter = new(scheme);
        CorrelatedDecay[] decays = new CorrelatedDecay[count];
        int blocks = ((count - 1) / DecaysPerBlock) + 1;
        Parallel.For(
            0,
            blocks,
            new ParallelOptions { MaxDegreeOfParallelism = _threadCount, CancellationToken = cancellation },
            () => (Shower: new ShowerBuffer(), Primaries: new Primary[Math.Max(emitter.MaximumCount, _captures.Max(capture => capture.MaximumCount))]),
            (block, _, local) =>
            {
                int last = Math.Min(count, (block + 1) * DecaysPerBlock);
                for (int i = block * DecaysPerBlock; i < last; i++)
                {
                    decays[i] = Decay(emitter, position, run, (uint)i, local.Shower, local.Primaries);
                }

                return local;
            },
            _ => { });
        return decays;
    }

    private CorrelatedDecay Decay(DecayEmitter emitter, Position position, uint run, uint index, ShowerBuffer shower, Primary[] primaries)
    {
        uint prompt = 2 * index;
        uint delayed = prompt + 1;
        RandomSequence decay = new(_seed, run, RandomStream.Decay, prompt, 0);
        RandomSequence flight = new(_seed, run, RandomStream.Neutron, prompt, 0);
        int made = emitter.Emit(position, 0.0, ref decay, primaries, out double neutronMeV);
        _showers.Simulate(primaries.AsSpan(0, made), _seed, run, prompt, shower);
        NeutronEnd end = _neutrons.Follow(neutronMeV, position, ref flight, shower);
        (int promptPe, Position promptVertex) = Count(shower, position, run, prompt);

        made = 0;
        if (end.Fate == NeutronFate.Captured)
        {
            RandomSequence capture = new(_seed, run, RandomStream.Decay, delayed, 0);
            made = _captures[end.Nuclide].Emit(end.Position, end.TimeNs, ref capture, primaries, out _);
        }

        _showers.Simulate(primaries.AsSpan(0, made), _seed, run, delayed, shower);
        (int delayedPe, Position delayedVertex) = Count(shower, end.Position, run, delayed);
        return new CorrelatedDecay(promptPe, promptVertex, delayedPe, delayedVertex, neutronMeV, end);
    }

    private (int Pe, Position Vertex) Count(ShowerBuffer shower, Position fallback, uint run, uint eventIndex)
    {
        LightSample sample = _light.Sample(shower.Deposits, _seed, run, eventIndex);
        RandomSequence dark = new(_seed, run, RandomStream.DarkNoise, eventIndex, 0);
        int pe = sample.ScintillationPe + sample.CherenkovPe + Poisson.Sample(_darkNoiseMeanPe, ref dark);
        return (pe, shower.QuenchedMeV > 0 ? CentreOfLight(shower) : fallback);
    }

    private static Position CentreOfLight(ShowerBuffer shower)
    {
        double x = 0;
        double y = 0;
        double z = 0;
        foreach (ref readonly EnergyDeposit deposit in shower.Deposits)
        {
            double share = deposit.QuenchedMeV / shower.QuenchedMeV;
            x += share * deposit.Position.XMm;
            y += share * deposit.Position.YMm;
            z += share * deposit.Position.ZMm;
        }

        return new Position(x, y, z);
    }
}
