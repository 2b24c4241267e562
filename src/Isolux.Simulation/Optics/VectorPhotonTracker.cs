namespace Isolux.Simulation.Optics;

/// <summary>
/// Follows sixteen photons at once in <see cref="System.Runtime.Intrinsics.Vector512{T}"/> lanes, always sixteen that wait for the same thing.
/// Every number is computed by the same IEEE operations in the same order as in <see cref="ScalarPhotonTracker"/>, so the ends are the same bit for bit.
/// </summary>
/// <param name="model">The detector's optics.</param>
public sealed class VectorPhotonTracker(OpticalModel model) : IPhotonTracker
{
    private readonly LaneOptics _optics = new(model ?? throw new ArgumentNullException(nameof(model)));
    private readonly ObstacleFinder _obstacles = new(model);

    /// <inheritdoc/>
    public void Track(PhotonBatch start, PhotonKey key, DetectionMode mode, PhotonEnds ends)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(ends);
        if (ends.Fate.Length < start.Count)
        {
            throw new ArgumentException($"There is room for {ends.Fate.Length} ends but the batch holds {start.Count} photons.", nameof(ends));
        }

        ends.Paths?.Clear(start.Count);
        new LaneTransport(_optics, _obstacles, start, key, mode, ends).Run();
    }
}
