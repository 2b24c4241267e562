using System.Runtime.Intrinsics;

namespace Isolux.Simulation.Optics;

/// <summary>Follows optical photons to their end. Implementations are immutable and shared by threads; every one gives the same ends for the same key.</summary>
public interface IPhotonTracker
{
    /// <summary>The fastest tracker of a detector on this processor; the choice does not change any result.</summary>
    /// <param name="model">The detector's optics.</param>
    static IPhotonTracker Fastest(OpticalModel model) =>
        Vector512.IsHardwareAccelerated ? new VectorPhotonTracker(model) : new ScalarPhotonTracker(model);

    /// <summary>Tracks every photon of a batch.</summary>
    /// <param name="start">The photons; unchanged.</param>
    /// <param name="key">Their random numbers.</param>
    /// <param name="mode">Whether detection is drawn or scored.</param>
    /// <param name="ends">Receives one end per photon; room for at least the photons of the batch.</param>
    /// <exception cref="ArgumentException"><paramref name="ends"/> is too small.</exception>
    void Track(PhotonBatch start, PhotonKey key, DetectionMode mode, PhotonEnds ends);
}
