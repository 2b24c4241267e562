using Isolux.Detector;
using Isolux.Detector.Photosensors;
using Isolux.Quantities;
using Isolux.Simulation.Optics;

namespace Isolux.Strategy.NonLinearity;

/// <summary>
/// Probability that a Cherenkov photon made at the centre is detected over that of a scintillation photon, by micro simulation of isotropic photons of either
/// spectrum, each of which scores its expected detection.
/// </summary>
/// <param name="detector">The detector.</param>
/// <param name="threads">Threads; the result does not depend on it.</param>
internal sealed class CherenkovLightRatio(DetectorDescription detector, int threads)
{
    private const int BatchPhotons = 2048;
    private const int Batches = 200;
    private const ulong Seed = 20260101;
    private const uint Run = 3001;

    /// <summary>Measures the ratio; its statistical error is about 0.3 %. 0 where the detector has no photosensors or no Cherenkov light.</summary>
    public double Measure(CancellationToken cancellation)
    {
        OpticalModel model = new(detector);
        if (new CherenkovSpectrum(model, 1.0).Spectrum is not { } cherenkov)
        {
            return 0.0;
        }

        double scintillation = Detected(model, model.Scintillation, cancellation);
        return scintillation > 0 ? Detected(model, cherenkov, cancellation) / scintillation : 0.0;
    }

    private double Detected(OpticalModel model, WavelengthSpectrum spectrum, CancellationToken cancellation)
    {
        IPhotonTracker tracker = IPhotonTracker.Fastest(model);
        PhotonEmitter emitter = new(spectrum);
        double[] sums = new double[Batches];
        Parallel.For(0, Batches, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, index =>
        {
            PhotonBatch batch = new(BatchPhotons) { Count = BatchPhotons };
            PhotonEnds ends = new(BatchPhotons);
            PhotonKey key = new(Seed, Run, (uint)index, 0);
            batch.XMm.Fill((float)Position.Centre.XMm);
            batch.YMm.Fill((float)Position.Centre.YMm);
            batch.ZMm.Fill((float)Position.Centre.ZMm);
            batch.TimeNs.Clear();
            emitter.Emit(batch, key);
            tracker.Track(batch, key, DetectionMode.Expected, ends);
            for (int i = 0; i < BatchPhotons; i++)
            {
                bool isLarge = ends.Fate[i] == PhotonFate.Detected && ends.Location[i] >= 0 && model.ChannelKinds[ends.Location[i]] == SensorKind.Lpmt;
                sums[index] += isLarge ? ends.Weight[i] : 0.0;
            }
        });
        return sums.Sum();
    }
}
