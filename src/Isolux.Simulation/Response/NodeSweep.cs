using Isolux.Quantities;
using Isolux.Simulation.Optics;

namespace Isolux.Simulation.Response;

/// <summary>Tracks the photons of all nodes of a map build, in parallel; node i uses event number i, so the result does not depend on threads.</summary>
internal sealed class NodeSweep(
    OpticalModel model, PhotonEmitter emitter, ChannelDirections channels, LineOfSight sight, FlightReference flight, double outerRadiusMm, int photonsPerNode, int threadCount)
{
    private const int NodesPerBlock = 8;
    private readonly IPhotonTracker _tracker = IPhotonTracker.Fastest(model);
    private readonly PatternGrid _grid = new(outerRadiusMm);

    public NodeScores Run(PhotonKey key, int nodeCount, PatternTally total, IProgress<double>? progress, CancellationToken cancellation)
    {
        double[] lpmt = new double[nodeCount];
        double[] spmt = new double[nodeCount];
        double[] lpmtSquares = new double[nodeCount];
        double[] spmtSquares = new double[nodeCount];
        int blocks = (nodeCount + NodesPerBlock - 1) / NodesPerBlock;
        int done = 0;
        int next = -1;
        object gate = new();
        Parallel.For(0, threadCount, new ParallelOptions { MaxDegreeOfParallelism = threadCount }, _ =>
        {
            Worker worker = new(total.ChannelCount, sight.MostNear, photonsPerNode);
            for (int block = Interlocked.Increment(ref next); block < blocks; block = Interlocked.Increment(ref next))
            {
                cancellation.ThrowIfCancellationRequested();
                int last = Math.Min(nodeCount, (block + 1) * NodesPerBlock);
                for (int node = block * NodesPerBlock; node < last; node++)
                {
                    Score(worker, MapNode.Draw(key.Seed, node, outerRadiusMm), key with { Event = (uint)node });
                    lpmt[node] = worker.LpmtSum / photonsPerNode;
                    spmt[node] = worker.SpmtSum / photonsPerNode;
                    lpmtSquares[node] = worker.LpmtSquares / photonsPerNode;
                    spmtSquares[node] = worker.SpmtSquares / photonsPerNode;
                }

                progress?.Report((double)Interlocked.Increment(ref done) / blocks);
            }

            lock (gate)
            {
                total.Add(worker.Tally);
            }
        });
        return new NodeScores(lpmt, spmt, Variance(lpmt, lpmtSquares), Variance(spmt, spmtSquares));
    }

    private static double Variance(double[] means, double[] squares)
    {
        double sum = 0;
        for (int i = 0; i < means.Length; i++)
        {
            sum += squares[i] - (means[i] * means[i]);
        }

        return sum / means.Length;
    }

    private void Score(Worker worker, MapNode node, PhotonKey key)
    {
        Position start = node.Position;
        worker.Batch.Count = photonsPerNode;
        worker.Batch.XMm.Fill((float)start.XMm);
        worker.Batch.YMm.Fill((float)start.YMm);
        worker.Batch.ZMm.Fill((float)start.ZMm);
        worker.Batch.TimeNs.Clear();
        emitter.Emit(worker.Batch, key);
        _tracker.Track(worker.Batch, key, DetectionMode.Expected, worker.Ends);
        worker.LpmtSum = 0;
        worker.SpmtSum = 0;
        worker.LpmtSquares = 0;
        worker.SpmtSquares = 0;
        float inverse = node.RadiusMm > 0 ? (float)(1.0 / node.RadiusMm) : 0.0f;
        SkyFrame frame = new(node.RadiusMm > 0
            ? new Float3((float)start.XMm * inverse, (float)start.YMm * inverse, (float)start.ZMm * inverse)
            : new Float3(0.0f, 0.0f, 1.0f));
        int row = _grid.Row(node.RadiusMm);
        ReadOnlySpan<LineOfSight.NearBar> bars = worker.NearBars.AsSpan(0, sight.Near(frame, node.RadiusMm, worker.NearBars));
        for (int i = 0; i < photonsPerNode; i++)
        {
            if (worker.Ends.Fate[i] != PhotonFate.Detected || worker.Ends.Location[i] < 0)
            {
                continue;
            }

            int channel = worker.Ends.Location[i];
            double weight = worker.Ends.Weight[i];
            bool large = channel < channels.LpmtCount;
            if (large)
            {
                worker.LpmtSum += weight;
                worker.LpmtSquares += weight * weight;
            }
            else
            {
                worker.SpmtSum += weight;
                worker.SpmtSquares += weight * weight;
            }

            int family = large ? 0 : 1;
            float halfChord = PatternGrid.HalfChord(channels.CosineTo(channel, frame.Third.X, frame.Third.Y, frame.Third.Z));
            float hidden = sight.HiddenFraction(row, frame, channels.Direction(channel), halfChord, family, bars, out bool wide);
            worker.Tally.Score(node.IsotropicWeight * weight, channel, family, row, halfChord, hidden, wide, worker.Ends.TimeNs[i] - flight.TimeNs(family, node.RadiusMm, halfChord));
        }
    }

    private sealed class Worker(int channelCount, int mostNearBars, int photonsPerNode)
    {
        public PhotonBatch Batch { get; } = new(photonsPerNode);

        public PhotonEnds Ends { get; } = new(photonsPerNode);

        public PatternTally Tally { get; } = new(channelCount);

        public LineOfSight.NearBar[] NearBars { get; } = new LineOfSight.NearBar[mostNearBars];

        public double LpmtSum { get; set; }

        public double SpmtSum { get; set; }

        public double LpmtSquares { get; set; }

        public double SpmtSquares { get; set; }
    }
}
