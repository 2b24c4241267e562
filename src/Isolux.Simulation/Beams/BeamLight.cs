using Isolux.Detector;
using Isolux.Detector.Transparency;
using Isolux.Simulation.Optics;

namespace Isolux.Simulation.Beams;

/// <summary>Follows the photons of one beam, block by block; photon i depends on (seed, run, i) alone.</summary>
internal sealed class BeamLight
{
    public const int BlockPhotons = 65_536;
    private const int BatchPhotons = 1_024;
    private readonly BeamEmitter _emitter;
    private readonly IPhotonTracker _tracker;
    private readonly BeamSimulationSettings _settings;

    public BeamLight(OpticalModel model, TransparencyMonitor monitor, LaserBeam beam, double wavelengthNm, BeamSimulationSettings settings)
    {
        _emitter = new BeamEmitter(beam, monitor.DivergenceRad, wavelengthNm);
        _tracker = IPhotonTracker.Fastest(model);
        _settings = settings;
    }

    public static int Blocks(long count) => checked((int)((count + BlockPhotons - 1) / BlockPhotons));

    /// <summary>Tracks photons and hands the ends of every batch, with its block, to a consumer that may be called by several threads, but for one block by one only.</summary>
    public void Track(long count, DetectionMode mode, Action<int, PhotonEnds, int> consume, IProgress<double>? progress, CancellationToken cancellation)
    {
        int blocks = Blocks(count);
        int done = 0;
        Parallel.For(
            0,
            blocks,
            new ParallelOptions { MaxDegreeOfParallelism = _settings.Threads, CancellationToken = cancellation },
            () => (Batch: new PhotonBatch(BatchPhotons), Ends: mode == DetectionMode.Expected ? PhotonEnds.WithPaths(BatchPhotons) : new PhotonEnds(BatchPhotons)),
            (block, _, workspace) =>
            {
                long first = (long)block * BlockPhotons;
                long last = Math.Min(first + BlockPhotons, count);
                for (long photon = first; photon < last; photon += BatchPhotons)
                {
                    workspace.Batch.Count = (int)Math.Min(BatchPhotons, last - photon);
                    var key = new PhotonKey(_settings.Seed, _settings.Run, (uint)(photon >> 32), (uint)photon);
                    _emitter.Emit(workspace.Batch, key);
                    _tracker.Track(workspace.Batch, key, mode, workspace.Ends);
                    consume(block, workspace.Ends, workspace.Batch.Count);
                }

                progress?.Report((double)Interlocked.Increment(ref done) / blocks);
                return workspace;
            },
            _ => { });
    }

    /// <summary>The monitor a detector declares.</summary>
    /// <exception cref="InvalidSpecificationException">It declares none, or no photosensors.</exception>
    public static TransparencyMonitor Require(DetectorDescription detector)
    {
        if (detector.Photosensors.IsEmpty)
        {
            throw new InvalidSpecificationException(new SpecificationFault(
                detector.Name, "$.photosensors", null, "beams are seen by photosensors", "declare photosensors or choose another detector"));
        }

        return detector.Transparency ?? throw new InvalidSpecificationException(new SpecificationFault(
            detector.Name, "$.transparency", null, "the detector declares no laser beams", "add the section 'transparency' or choose another detector"));
    }
}
