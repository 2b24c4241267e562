using Isolux.Simulation.Response;

namespace Isolux.Simulation.Readout;

/// <summary>Memory of one thread for <see cref="ReadoutSimulator"/>.</summary>
internal sealed class ReadoutBuffer(int channelCount)
{
    private float[] _normals = [];

    public PhotoElectronBins PhotoElectrons { get; } = new(channelCount);

    /// <summary>Room for at least so many normals, padded as <see cref="HitTimes"/> fills them.</summary>
    public Span<float> Normals(int count)
    {
        int padded = (count + HitTimes.Granularity - 1) / HitTimes.Granularity * HitTimes.Granularity;
        if (_normals.Length < padded)
        {
            _normals = new float[2 * padded];
        }

        return _normals.AsSpan(0, padded);
    }
}
