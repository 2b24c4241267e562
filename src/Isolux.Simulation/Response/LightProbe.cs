using Isolux.Detector.Photosensors;
using Isolux.Quantities;
using Isolux.Simulation.Optics;

namespace Isolux.Simulation.Response;

/// <summary>
/// Measures by micro simulation what a response map says of a point: photons are tracked and score their expected detection, which needs five times fewer of them
/// than drawing it.
/// </summary>
/// <param name="model">The detector's optics, with photosensors.</param>
/// <param name="threadCount">Threads; the result does not depend on it.</param>
public sealed class LightProbe(OpticalModel model, int threadCount)
{
    private const int BatchPhotons = 2048;
    private const int RandomRun = 3;
    private readonly IPhotonTracker _tracker = IPhotonTracker.Fastest(model);
    private readonly PhotonEmitter _emitter = new(model.Scintillation);

    /// <summary>Probes a point.</summary>
    /// <param name="position">Where the light is made.</param>
    /// <param name="photonCount">Photons, rounded up to whole batches of 2048.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="cancellation">Stops the tracking.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public LightProbeResult Measure(Position position, long photonCount, ulong seed, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(photonCount, 1);
        int batches = checked((int)((photonCount + BatchPhotons - 1) / BatchPhotons));
        Tally total = new(model.ChannelKinds.Length);
        object gate = new();
        Parallel.For(
            0,
            batches,
            new ParallelOptions { MaxDegreeOfParallelism = threadCount, CancellationToken = cancellation },
            () => new Worker(model.ChannelKinds.Length),
            (batch, _, worker) =>
            {
                Score(position, new PhotonKey(seed, RandomRun, (uint)batch, 0), worker);
                return worker;
            },
            worker =>
            {
                lock (gate)
                {
                    total.Add(worker.Tally);
                }
            });
        return Summarise(total, (long)batches * BatchPhotons);
    }

    private void Score(Position position, PhotonKey key, Worker worker)
    {
        PhotonBatch batch = worker.Batch;
        batch.Count = BatchPhotons;
        batch.XMm.Fill((float)position.XMm);
        batch.YMm.Fill((float)position.YMm);
        batch.ZMm.Fill((float)position.ZMm);
        batch.TimeNs.Clear();
        _emitter.Emit(batch, key);
        _tracker.Track(batch, key, DetectionMode.Expected, worker.Ends);
        for (int i = 0; i < BatchPhotons; i++)
        {
            if (worker.Ends.Fate[i] == PhotonFate.Detected && worker.Ends.Location[i] >= 0)
            {
                double weight = worker.Ends.Weight[i];
                worker.Tally.Weights[worker.Ends.Location[i]] += PatternTally.ToFixed(weight);
                worker.Tally.Squares[worker.Ends.Location[i]] += PatternTally.ToFixed(weight * weight);
            }
        }
    }

    private LightProbeResult Summarise(Tally total, long photons)
    {
        double sum = 0;
        double squares = 0;
        for (int channel = 0; channel < total.Weights.Length; channel++)
        {
            if (model.ChannelKinds[channel] == SensorKind.Lpmt)
            {
                sum += PatternTally.FromFixed(total.Weights[channel]);
                squares += PatternTally.FromFixed(total.Squares[channel]);
            }
        }

        double mean = sum / photons;
        return new LightProbeResult(
            photons,
            mean,
            Math.Sqrt(((squares / photons) - (mean * mean)) / photons),
            [.. total.Weights.Select(PatternTally.FromFixed)],
            [.. total.Squares.Select(PatternTally.FromFixed)]);
    }

    // Fixed-point integers: sums do not depend on the order in which threads finish.
    private sealed class Tally(int channels)
    {
        public long[] Weights { get; } = new long[channels];

        public long[] Squares { get; } = new long[channels];

        public void Add(Tally other)
        {
            for (int i = 0; i < Weights.Length; i++)
            {
                Weights[i] += other.Weights[i];
                Squares[i] += other.Squares[i];
            }
        }
    }

    private sealed class Worker(int channels)
    {
        public PhotonBatch Batch { get; } = new(BatchPhotons);

        public PhotonEnds Ends { get; } = new(BatchPhotons);

        public Tally Tally { get; } = new(channels);
    }
}
