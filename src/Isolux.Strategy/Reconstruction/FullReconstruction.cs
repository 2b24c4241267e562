using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Events.Hits;
using Isolux.Events.Reconstructed;
using Isolux.Quantities;
using Isolux.Reconstruction;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;
using Isolux.Simulation.Samples;

namespace Isolux.Strategy.Reconstruction;

/// <summary>
/// Samples of events simulated to their hits with ideal electronics and reconstructed on the spot; no hits are kept. Event i depends on (seed, run, i) alone, and its deposits and counts are those
/// of <see cref="SampleSimulator"/> with the same numbers.
/// </summary>
public sealed class FullReconstruction
{
    private const int EventsPerBlock = 16;
    private readonly ShowerSimulator _showers;
    private readonly HitSampler _sampler;
    private readonly EventReconstructor _reconstructor;
    private readonly ulong _seed;
    private readonly int _threads;

    /// <summary>Prepares the reconstruction, which takes some seconds.</summary>
    /// <param name="detector">The detector that is simulated.</param>
    /// <param name="map">Its response maps.</param>
    /// <param name="light">Expected light the events are reconstructed with.</param>
    /// <param name="lightYield">Light yield the events are reconstructed with.</param>
    /// <param name="settings">How to reconstruct.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="threads">Threads; no result depends on them.</param>
    public FullReconstruction(
        DetectorDescription detector,
        ResponseMap map,
        ExpectedLightMapPayload light,
        LightYieldPayload lightYield,
        ReconstructionSettings settings,
        ulong seed,
        int threads)
    {
        ArgumentNullException.ThrowIfNull(detector);
        _showers = new ShowerSimulator(detector);
        _sampler = new HitSampler(detector, map);
        _reconstructor = new EventReconstructor(detector, light, IdealChannels.Of(detector), lightYield, new ReadoutWindow(0.0, detector.DarkNoiseWindowNs), settings);
        _seed = seed;
        _threads = threads;
    }

    /// <summary>Simulates and reconstructs a sample.</summary>
    /// <param name="primaries">What starts the events.</param>
    /// <param name="count">Number of events, 1 or more.</param>
    /// <param name="run">Run number, below 2^24.</param>
    /// <param name="progress">Told the fraction done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>One element per event; the true vertex is where the first primary starts.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public (ReconstructedEvent Event, EventTruth Truth)[] Reconstruct(IPrimaryGenerator primaries, int count, uint run, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(primaries);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var results = new (ReconstructedEvent, EventTruth)[count];
        int blocks = (count + EventsPerBlock - 1) / EventsPerBlock;
        int done = 0;
        Parallel.For(
            0,
            blocks,
            new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = cancellation },
            () => new Worker(_reconstructor.NewWorker(), primaries.MaximumCount),
            (block, _, worker) =>
            {
                for (int i = block * EventsPerBlock; i < Math.Min(count, (block + 1) * EventsPerBlock); i++)
                {
                    results[i] = One(primaries, run, (uint)i, worker);
                }

                progress?.Report((double)Interlocked.Increment(ref done) / blocks);
                return worker;
            },
            _ => { });
        return results;
    }

    private (ReconstructedEvent Event, EventTruth Truth) One(IPrimaryGenerator primaries, uint run, uint number, Worker worker)
    {
        int made = primaries.Generate(_seed, run, number, worker.Primaries);
        _showers.Simulate(worker.Primaries.AsSpan(0, made), _seed, run, number, worker.Shower);
        _sampler.Sample(worker.Shower.Deposits, _seed, run, number, worker.Hits);
        ReadOnlySpan<Hit> hits = worker.Hits.Hits;
        worker.Reserve(hits.Length);
        for (int i = 0; i < hits.Length; i++)
        {
            worker.Channels[i] = hits[i].Channel.Index;
            worker.TimesNs[i] = (float)hits[i].TimeNs;
        }

        ReconstructedEvent result = worker.Reconstructor.Reconstruct(new HitView(
            number, 0.0, worker.Channels.AsSpan(0, hits.Length), worker.ChargesPe.AsSpan(0, hits.Length), worker.TimesNs.AsSpan(0, hits.Length)));
        double depositedMeV = 0;
        foreach (ref readonly EnergyDeposit deposit in worker.Shower.Deposits)
        {
            depositedMeV += deposit.DepositedMeV;
        }

        Position vertex = made > 0 ? worker.Primaries[0].Position : default;
        double kineticMeV = made > 0 ? worker.Primaries[0].EnergyMeV : 0.0;
        return (result, new EventTruth(number, vertex, kineticMeV, depositedMeV, worker.Hits.LpmtLightCount, 0.0));
    }

    private sealed class Worker(EventWorker reconstructor, int primaries)
    {
        public EventWorker Reconstructor { get; } = reconstructor;

        public Primary[] Primaries { get; } = new Primary[primaries];

        public ShowerBuffer Shower { get; } = new();

        public HitBuffer Hits { get; } = new();

        public int[] Channels { get; private set; } = [];

        public float[] ChargesPe { get; private set; } = [];

        public float[] TimesNs { get; private set; } = [];

        public void Reserve(int count)
        {
            if (Channels.Length < count)
            {
                Channels = new int[2 * count];
                TimesNs = new float[2 * count];
                ChargesPe = new float[2 * count];
                Array.Fill(ChargesPe, 1.0f);
            }
        }
    }
}
