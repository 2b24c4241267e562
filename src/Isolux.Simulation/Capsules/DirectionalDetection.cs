using System.Collections.Immutable;
using Isolux.Detector.Photosensors;
using Isolux.Quantities;
using Isolux.Simulation.Optics;
using Isolux.Simulation.Response;

namespace Isolux.Simulation.Capsules;

/// <summary>
/// Probability that a scintillation photon ends as a photoelectron of a large PMT, by the direction in which it leaves a point: even bins of the polar angle. Where it matters little (light that a
/// capsule takes is light of all directions) one number would do; connector and weight hide the poles, where there are fewer sensors.
/// </summary>
/// <param name="Probabilities">Probability per bin of the polar angle, from the upper pole to the lower.</param>
/// <param name="Errors">Their statistical errors.</param>
public sealed record DirectionalDetection(ImmutableArray<double> Probabilities, ImmutableArray<double> Errors)
{
    private const int BatchPhotons = 2048;
    private const int Bins = 60;
    private const uint RandomRun = 4;

    // Cosines of the borders between bins.
    private readonly double[] _borders = Borders(Probabilities.Length);

    /// <summary>The same probability in all directions.</summary>
    public static DirectionalDetection Isotropic { get; } = new([1.0, 1.0], [0.0, 0.0]);

    /// <summary>Mean over all directions.</summary>
    public double MeanProbability
    {
        get
        {
            double sum = 0.0;
            for (int bin = 0; bin < Probabilities.Length; bin++)
            {
                double high = Math.Cos(Math.PI * bin / Probabilities.Length);
                double low = Math.Cos(Math.PI * (bin + 1) / Probabilities.Length);
                sum += 0.5 * (high - low) * Probabilities[bin];
            }

            return sum;
        }
    }

    /// <summary>Probability in a direction.</summary>
    /// <param name="cosine">Cosine of its polar angle.</param>
    public double Probability(double cosine) => Probabilities[BinOf(_borders, cosine)];

    /// <summary>Measures it by micro simulation: photons of the scintillation spectrum score their expected detection.</summary>
    /// <param name="model">The detector's optics, with photosensors.</param>
    /// <param name="position">Where the light is made.</param>
    /// <param name="photonCount">Photons, rounded up to whole batches of 2048.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="threads">Threads; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the tracking.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static DirectionalDetection Measure(OpticalModel model, Position position, long photonCount, ulong seed, int threads, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(photonCount, 1);
        IPhotonTracker tracker = IPhotonTracker.Fastest(model);
        PhotonEmitter emitter = new(model.Scintillation);
        Tally total = new();
        object gate = new();
        Parallel.For(
            0,
            checked((int)((photonCount + BatchPhotons - 1) / BatchPhotons)),
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            () => (Batch: new PhotonBatch(BatchPhotons) { Count = BatchPhotons }, Ends: new PhotonEnds(BatchPhotons), Tally: new Tally()),
            (index, _, local) =>
            {
                local.Batch.XMm.Fill((float)position.XMm);
                local.Batch.YMm.Fill((float)position.YMm);
                local.Batch.ZMm.Fill((float)position.ZMm);
                local.Batch.TimeNs.Clear();
                var key = new PhotonKey(seed, RandomRun, (uint)index, 0);
                emitter.Emit(local.Batch, key);
                tracker.Track(local.Batch, key, DetectionMode.Expected, local.Ends);
                local.Tally.Add(model, local.Batch, local.Ends);
                return local;
            },
            local =>
            {
                lock (gate)
                {
                    total.Add(local.Tally);
                }
            });
        return total.Summarise();
    }

    private static double[] Borders(int bins) => [.. Enumerable.Range(1, bins - 1).Select(i => Math.Cos(Math.PI * i / bins))];

    private static int BinOf(double[] borders, double cosine)
    {
        int low = 0;
        int high = borders.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            (low, high) = cosine > borders[middle] ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    // Fixed-point integers: sums do not depend on the order in which threads finish.
    private sealed class Tally
    {
        private readonly double[] _borders = Borders(Bins);
        private readonly long[] _photons = new long[Bins];
        private readonly long[] _weights = new long[Bins];
        private readonly long[] _squares = new long[Bins];

        public void Add(OpticalModel model, PhotonBatch batch, PhotonEnds ends)
        {
            for (int i = 0; i < batch.Count; i++)
            {
                int bin = BinOf(_borders, batch.DirectionZ[i]);
                _photons[bin]++;
                if (ends.Fate[i] == PhotonFate.Detected && ends.Location[i] >= 0 && model.ChannelKinds[ends.Location[i]] == SensorKind.Lpmt)
                {
                    double weight = ends.Weight[i];
                    _weights[bin] += PatternTally.ToFixed(weight);
                    _squares[bin] += PatternTally.ToFixed(weight * weight);
                }
            }
        }

        public void Add(Tally other)
        {
            for (int bin = 0; bin < Bins; bin++)
            {
                _photons[bin] += other._photons[bin];
                _weights[bin] += other._weights[bin];
                _squares[bin] += other._squares[bin];
            }
        }

        public DirectionalDetection Summarise()
        {
            double[] means = new double[Bins];
            double[] errors = new double[Bins];
            for (int bin = 0; bin < Bins; bin++)
            {
                double photons = Math.Max(1, _photons[bin]);
                means[bin] = PatternTally.FromFixed(_weights[bin]) / photons;
                errors[bin] = Math.Sqrt(Math.Max(0.0, (PatternTally.FromFixed(_squares[bin]) / photons) - (means[bin] * means[bin])) / photons);
            }

            return new DirectionalDetection([.. means], [.. errors]);
        }
    }
}
