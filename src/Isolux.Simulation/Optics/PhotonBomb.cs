using System.Collections.Immutable;
using Isolux.Detector.Photosensors;
using Isolux.Quantities;

namespace Isolux.Simulation.Optics;

/// <summary>Makes a flash of light at one point and counts where every photon ended (`isolux simulate photons`).</summary>
public sealed class PhotonBomb
{
    private const int BlockPhotons = 65_536;
    private const int BatchPhotons = 1_024;
    private readonly OpticalModel _model;
    private readonly PhotonBombSettings _settings;
    private readonly IPhotonTracker _tracker;
    private readonly PhotonEmitter _emitter;
    private readonly TimeProvider _clock;

    /// <summary>A bomb in a detector.</summary>
    /// <param name="model">The detector's optics.</param>
    /// <param name="settings">Where and how many.</param>
    /// <param name="clock">Clock of the photons per second.</param>
    /// <param name="tracker">Another tracker of the same model; null for <see cref="IPhotonTracker.Fastest"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count below 1, no thread, or a position outside the last shell.</exception>
    public PhotonBomb(OpticalModel model, PhotonBombSettings settings, TimeProvider clock, IPhotonTracker? tracker = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(settings.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(settings.Threads);
        if (!(settings.Position.RadiusMm < model.OuterRadiusMm))
        {
            throw new ArgumentOutOfRangeException(
                nameof(settings), settings.Position.RadiusMm, $"The position must lie inside the last shell (radius below {model.OuterRadiusMm} mm).");
        }

        _model = model;
        _settings = settings;
        _clock = clock;
        _tracker = tracker ?? IPhotonTracker.Fastest(model);
        _emitter = new PhotonEmitter(model.Scintillation);
    }

    /// <summary>Tracks all photons.</summary>
    /// <param name="progress">Receives the fraction done; may be null.</param>
    /// <param name="cancellation">Stops the tracking.</param>
    /// <exception cref="OperationCanceledException">The tracking was cancelled.</exception>
    public PhotonBombResult Simulate(IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        long started = _clock.GetTimestamp();
        int blocks = checked((int)((_settings.Count + BlockPhotons - 1) / BlockPhotons));
        var tallies = new PhotonTally[blocks];
        int done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = _settings.Threads, CancellationToken = cancellation };
        Parallel.For(
            0,
            blocks,
            options,
            () => (Batch: new PhotonBatch(BatchPhotons), Ends: new PhotonEnds(BatchPhotons)),
            (block, _, workspace) =>
            {
                tallies[block] = TrackBlock(block, workspace.Batch, workspace.Ends);
                progress?.Report((double)Interlocked.Increment(ref done) / blocks);
                return workspace;
            },
            _ => { });
        var total = new PhotonTally(_model);
        foreach (PhotonTally tally in tallies)
        {
            total.Add(tally);
        }

        return Summarise(total, _clock.GetElapsedTime(started).TotalSeconds);
    }

    private PhotonTally TrackBlock(int block, PhotonBatch batch, PhotonEnds ends)
    {
        var tally = new PhotonTally(_model);
        long first = (long)block * BlockPhotons;
        long last = Math.Min(first + BlockPhotons, _settings.Count);
        for (long photon = first; photon < last; photon += BatchPhotons)
        {
            batch.Count = (int)Math.Min(BatchPhotons, last - photon);
            batch.XMm.Fill((float)_settings.Position.XMm);
            batch.YMm.Fill((float)_settings.Position.YMm);
            batch.ZMm.Fill((float)_settings.Position.ZMm);
            batch.TimeNs.Clear();
            var key = new PhotonKey(_settings.Seed, 0, (uint)(photon >> 32), (uint)photon);
            _emitter.Emit(batch, key);
            _tracker.Track(batch, key, DetectionMode.Drawn, ends);
            tally.Count(ends, batch.Count);
        }

        return tally;
    }

    private PhotonBombResult Summarise(PhotonTally total, double seconds)
    {
        double count = _settings.Count;
        double detected = total.Detected / count;
        double meanNs = total.TimeSumNs / total.Detected;
        double square = total.TimeSquareSum / total.Detected;
        double rmsNs = Math.Sqrt(Math.Max(0.0, square - (meanNs * meanNs)));
        double cube = total.TimeCubeSum / total.Detected;
        double fourth = (total.TimeFourthSum / total.Detected) - (4.0 * meanNs * cube) + (6.0 * meanNs * meanNs * square) - (3.0 * meanNs * meanNs * meanNs * meanNs);
        return new PhotonBombResult
        {
            Count = _settings.Count,
            Detected = detected,
            DetectedError = Math.Sqrt(detected * (1.0 - detected) / count),
            DetectedByKind = _model.ChannelKinds.Distinct().ToImmutableDictionary(k => k, k => total.DetectedByKind[(int)k] / count),
            Absorbed = [.. _model.MediumNames.Zip(total.Absorbed).GroupBy(m => m.First).Select(g => KeyValuePair.Create(g.Key, g.Sum(m => m.Second) / count))],
            Lost = total.Lost.Sum() / count,
            LostOn = [.. _model.LossNames.Select((name, i) => KeyValuePair.Create(name, total.Lost[i] / count))],
            MeanTimeNs = meanNs,
            RmsTimeNs = rmsNs,
            RmsTimeErrorNs = Math.Sqrt(Math.Max(0.0, fourth - (rmsNs * rmsNs * rmsNs * rmsNs)) / total.Detected) / (2.0 * rmsNs),
            CosThetaHistogram = [.. total.CosTheta.Select(n => (double)n / total.Detected)],
            PhotonsPerSecond = count / seconds,
            Threads = _settings.Threads,
        };
    }
}
