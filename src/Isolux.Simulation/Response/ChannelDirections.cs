using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Isolux.Detector.Photosensors;
using Isolux.Quantities;
using Isolux.Simulation.Optics;

namespace Isolux.Simulation.Response;

/// <summary>Directions of all channels seen from the detector centre, large PMTs first, as flat single-precision unit vectors.</summary>
internal sealed class ChannelDirections
{
    private readonly float[] _components;

    public ChannelDirections(ImmutableArray<Photosensor> sensors)
    {
        Count = sensors.Length;
        LpmtCount = sensors.Count(sensor => sensor.Type.Kind == SensorKind.Lpmt);
        _components = new float[3 * sensors.Length];
        for (int i = 0; i < sensors.Length; i++)
        {
            Position centre = sensors[i].Centre;
            double inverse = 1.0 / centre.RadiusMm;
            _components[3 * i] = (float)(centre.XMm * inverse);
            _components[(3 * i) + 1] = (float)(centre.YMm * inverse);
            _components[(3 * i) + 2] = (float)(centre.ZMm * inverse);
        }
    }

    public int Count { get; }

    public int LpmtCount { get; }

    /// <summary>Unit vector of a channel.</summary>
    public Float3 Direction(int channel) => new(_components[3 * channel], _components[(3 * channel) + 1], _components[(3 * channel) + 2]);

    /// <summary>Cosine between a channel and a unit vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float CosineTo(int channel, float x, float y, float z)
    {
        int offset = 3 * channel;
        return (x * _components[offset]) + (y * _components[offset + 1]) + (z * _components[offset + 2]);
    }
}
