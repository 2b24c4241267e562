using Isolux.Detector;
using Isolux.Detector.Photosensors;
using Isolux.Events.Hits;
using Isolux.Numerics.Distributions;
using Isolux.Numerics.Random;

namespace Isolux.Simulation.Response;

/// <summary>Dark noise of one family of sensors: Poisson in total, then a type by its summed rate, a channel of that type and a time in the window.</summary>
internal sealed class DarkNoiseGroup
{
    private readonly (double CumulativePe, int[] Channels)[] _types;
    private readonly double _windowNs;
    private readonly uint _index;

    private DarkNoiseGroup((double, int[])[] types, double windowNs, uint index)
    {
        _types = types;
        _windowNs = windowNs;
        _index = index;
    }

    /// <summary>The noise of the sensors of a kind, drawn from the sequence of index <paramref name="index"/> of the event.</summary>
    public static DarkNoiseGroup Of(DetectorDescription detector, SensorKind kind, int index)
    {
        double sumPe = 0;
        var types = new List<(double, int[])>();
        foreach (IGrouping<PhotosensorType, Photosensor> group in detector.Photosensors.Where(sensor => sensor.Type.Kind == kind).GroupBy(sensor => sensor.Type))
        {
            int[] channels = [.. group.Select(sensor => sensor.Channel.Index)];
            sumPe += channels.Length * group.Key.MeanDarkPe(detector.DarkNoiseWindowNs);
            types.Add((sumPe, channels));
        }

        return new DarkNoiseGroup([.. types], detector.DarkNoiseWindowNs, (uint)index);
    }

    /// <summary>Draws the noise of one event.</summary>
    public void Draw(ulong seed, uint run, uint eventIndex, HitBuffer hits)
    {
        if (_types.Length == 0)
        {
            return;
        }

        RandomSequence random = new(seed, run, RandomStream.DarkNoise, eventIndex, _index);
        double meanPe = _types[^1].CumulativePe;
        int count = Poisson.Sample(meanPe, ref random);
        for (int i = 0; i < count; i++)
        {
            double wanted = random.NextDouble() * meanPe;
            int type = 0;
            while (type < _types.Length - 1 && _types[type].CumulativePe <= wanted)
            {
                type++;
            }

            int[] channels = _types[type].Channels;
            int channel = channels[(int)(((ulong)random.NextUInt32() * (ulong)channels.Length) >> 32)];
            hits.Add(new Hit(ChannelId.FromIndex(channel), _windowNs * random.NextDouble()));
        }
    }
}
