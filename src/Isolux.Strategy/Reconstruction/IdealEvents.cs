using Isolux.Detector;
using Isolux.Events.Hits;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;
using Isolux.Simulation.Samples;

namespace Isolux.Strategy.Reconstruction;

/// <summary>
/// Events as ideal electronics would deliver them: every photoelectron of a large PMT is a pulse of 1 PE at its own time, the trigger comes when the primary starts. Event i depends on
/// (seed, run, i) alone.
/// </summary>
/// <param name="detector">The detector.</param>
/// <param name="showers">Its electromagnetic simulation.</param>
/// <param name="map">Its response maps.</param>
/// <param name="seed">Seed.</param>
/// <param name="threads">Threads; the result does not depend on them.</param>
public sealed class IdealEvents(DetectorDescription detector, ShowerSimulator showers, ResponseMap map, ulong seed, int threads)
{
    private readonly HitSampler _sampler = new(detector, map);

    /// <summary>Simulates events.</summary>
    /// <param name="primaries">What starts them.</param>
    /// <param name="first">Number of the first event.</param>
    /// <param name="count">Number of events, 1 or more.</param>
    /// <param name="run">Run number, below 2^24.</param>
    /// <param name="cancellation">Stops the simulation.</param>
    /// <returns>The hits, and what was simulated; the true vertex is where the first primary starts.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public (HitBatch Hits, EventTruth[] Truth) Simulate(IPrimaryGenerator primaries, uint first, int count, uint run, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(primaries);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        EventTruth[] truth = new EventTruth[count];
        int[][] channels = new int[count][];
        float[][] timesNs = new float[count][];
        Parallel.For(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            () => (Shower: new ShowerBuffer(), Hits: new HitBuffer(), Primaries: new Primary[primaries.MaximumCount]),
            (i, _, local) =>
            {
                uint number = first + (uint)i;
                int made = primaries.Generate(seed, run, number, local.Primaries);
                showers.Simulate(local.Primaries.AsSpan(0, made), seed, run, number, local.Shower);
                _sampler.Sample(local.Shower.Deposits, seed, run, number, local.Hits);
                channels[i] = new int[local.Hits.Hits.Length];
                timesNs[i] = new float[local.Hits.Hits.Length];
                for (int hit = 0; hit < channels[i].Length; hit++)
                {
                    channels[i][hit] = local.Hits.Hits[hit].Channel.Index;
                    timesNs[i][hit] = (float)local.Hits.Hits[hit].TimeNs;
                }

                truth[i] = Truth(number, made > 0 ? local.Primaries[0] : null, local.Shower, local.Hits.LpmtLightCount);
                return local;
            },
            _ => { });
        return (Batch(first, channels, timesNs), truth);
    }

    private static EventTruth Truth(uint number, Primary? primary, ShowerBuffer shower, int photoElectrons)
    {
        double depositedMeV = 0;
        foreach (ref readonly EnergyDeposit deposit in shower.Deposits)
        {
            depositedMeV += deposit.DepositedMeV;
        }

        return new EventTruth(number, primary?.Position ?? default, primary?.EnergyMeV ?? 0.0, depositedMeV, photoElectrons, 0.0);
    }

    private static HitBatch Batch(uint first, int[][] channels, float[][] timesNs)
    {
        int[] offsets = new int[channels.Length + 1];
        for (int i = 0; i < channels.Length; i++)
        {
            offsets[i + 1] = offsets[i] + channels[i].Length;
        }

        float[] charges = new float[offsets[^1]];
        Array.Fill(charges, 1.0f);
        return new HitBatch(
            [.. Enumerable.Range(0, channels.Length).Select(i => first + (uint)i)],
            new double[channels.Length],
            offsets,
            [.. channels.SelectMany(list => list)],
            charges,
            [.. timesNs.SelectMany(list => list)]);
    }
}
