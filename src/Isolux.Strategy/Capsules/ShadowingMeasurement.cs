using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Capsules;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Samples;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Capsules;

/// <summary>
/// Measures the light that capsule and fixture at the centre take from the full-absorption peak of a line: photons start where the events that leave their whole energy in the
/// scintillator make light.
/// </summary>
/// <param name="simulation">The detector.</param>
/// <param name="detection">Detection of light that leaves the centre.</param>
/// <param name="seed">Seed.</param>
/// <param name="threads">Threads; the result does not depend on it.</param>
internal sealed class ShadowingMeasurement(DetectorSimulation simulation, DirectionalDetection detection, ulong seed, int threads)
{
    private const int PhotonsPerEvent = 100;
    private const int EventsPerBlock = 256;
    private const double WholeEnergyToleranceMeV = 1e-3;

    /// <summary>Measures a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="events">Decays.</param>
    /// <param name="run">Run number of the random streams.</param>
    /// <param name="cancellation">Stops it.</param>
    public Shadowing Measure(CapsuleLine line, int events, uint run, CancellationToken cancellation)
    {
        ShowerSimulator showers = new(simulation.Detector, line.Capsule);
        CapsuleShadow shadow = new(line.Capsule, Position.Centre, detection);
        IPrimaryGenerator decays = line.Inside();
        int blocks = (events + EventsPerBlock - 1) / EventsPerBlock;
        Tally[] tallies = new Tally[blocks];
        Parallel.For(
            0,
            blocks,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            () => (Shower: new ShowerBuffer(), Primaries: new Primary[decays.MaximumCount]),
            (block, _, local) =>
            {
                Tally tally = new(shadow.Bodies.Length);
                int last = Math.Min(events, (block + 1) * EventsPerBlock);
                for (int i = block * EventsPerBlock; i < last; i++)
                {
                    int made = decays.Generate(seed, run, (uint)i, local.Primaries);
                    showers.Simulate(local.Primaries.AsSpan(0, made), seed, run, (uint)i, local.Shower);
                    if (local.Shower.EscapedMeV < WholeEnergyToleranceMeV && local.Shower.Deposits.Length > 0)
                    {
                        Shine(local.Shower, shadow, new RandomSequence(seed, run, RandomStream.PhotonEmission, (uint)i, 0), tally);
                    }
                }

                tallies[block] = tally;
                return local;
            },
            _ => { });
        Tally total = new(shadow.Bodies.Length);
        foreach (Tally tally in tallies)
        {
            total.Add(tally);
        }

        return new Shadowing(
            Bias(total.Loss),
            [.. shadow.Bodies.Select((body, i) => new ShadowingPart(body.Name, (double)total.Met[i] / (total.Loss.Count * PhotonsPerEvent), Bias(total.Losses[i])))]);
    }

    private static MeasuredPercent Bias(RunningMoments loss) => new(-100.0 * loss.Mean, 100.0 * loss.MeanError);

    // Photons at even steps of the light of the event.
    private void Shine(ShowerBuffer shower, CapsuleShadow shadow, RandomSequence random, Tally tally)
    {
        double light = 0.0;
        foreach (ref readonly EnergyDeposit deposit in shower.Deposits)
        {
            light += simulation.Light.EquivalentPhotons(deposit);
        }

        double step = light / PhotonsPerEvent;
        double next = step * random.NextDouble();
        double passed = 0.0;
        tally.Begin();
        foreach (ref readonly EnergyDeposit deposit in shower.Deposits)
        {
            passed += simulation.Light.EquivalentPhotons(deposit);
            for (; next < passed; next += step)
            {
                tally.Count(shadow.Follow(deposit.Position, ref random));
            }
        }

        tally.End();
    }

    private sealed class Tally(int bodies)
    {
        private readonly double[] _event = new double[bodies];

        public long[] Met { get; } = new long[bodies];

        public RunningMoments Loss { get; } = new();

        public RunningMoments[] Losses { get; } = [.. Enumerable.Range(0, bodies).Select(_ => new RunningMoments())];

        public void Begin() => Array.Clear(_event);

        public void Count(ShadowedPhoton photon)
        {
            if (photon.FirstBody >= 0)
            {
                Met[photon.FirstBody]++;
                _event[photon.FirstBody] += photon.LossFraction / PhotonsPerEvent;
            }
        }

        public void End()
        {
            double sum = 0.0;
            for (int body = 0; body < _event.Length; body++)
            {
                Losses[body].Add(_event[body]);
                sum += _event[body];
            }

            Loss.Add(sum);
        }

        public void Add(Tally other)
        {
            Loss.Add(other.Loss);
            for (int body = 0; body < _event.Length; body++)
            {
                Met[body] += other.Met[body];
                Losses[body].Add(other.Losses[body]);
            }
        }
    }
}
