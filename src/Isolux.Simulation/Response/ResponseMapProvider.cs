using Isolux.Detector;

namespace Isolux.Simulation.Response;

/// <summary>Gives the response map of a detector: from the store where it has been built before, else built and stored.</summary>
public sealed class ResponseMapProvider(IMapStore store, ResponseMapSettings settings, int threadCount)
{
    /// <summary>The map of a detector.</summary>
    /// <param name="detector">The detector.</param>
    /// <param name="progress">Told the fraction done while a map is built.</param>
    /// <param name="cancellation">Stops a build.</param>
    public ResponseMap Provide(DetectorDescription detector, IProgress<double>? progress, CancellationToken cancellation)
    {
        string digest = ResponseMapCodec.Digest(detector, settings);
        if (store.TryRead(digest) is { } content && ResponseMapCodec.TryDecode(content, detector) is { } known)
        {
            return known;
        }

        ResponseMap built = new ResponseMapBuilder(detector, settings, threadCount).Build(progress, cancellation);
        store.Write(digest, ResponseMapCodec.Encode(built));
        return built;
    }
}
