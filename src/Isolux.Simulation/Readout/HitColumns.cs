using System.Runtime.InteropServices;
using Isolux.Events.Hits;

namespace Isolux.Simulation.Readout;

/// <summary>Events under construction, in the columns of a <see cref="HitBatch"/>.</summary>
internal sealed class HitColumns
{
    private readonly List<uint> _numbers = [];
    private readonly List<double> _triggersNs = [];
    private readonly List<int> _ends = [];
    private readonly List<int> _channels = [];
    private readonly List<float> _chargesPe = [];
    private readonly List<float> _timesNs = [];

    /// <summary>The truth, one element per event.</summary>
    public List<EventTruth> Truth { get; } = [];

    public void Clear()
    {
        _numbers.Clear();
        _triggersNs.Clear();
        _ends.Clear();
        _channels.Clear();
        _chargesPe.Clear();
        _timesNs.Clear();
        Truth.Clear();
    }

    public void Add(int channel, float chargePe, float timeNs)
    {
        _channels.Add(channel);
        _chargesPe.Add(chargePe);
        _timesNs.Add(timeNs);
    }

    /// <summary>Ends an event: the hits added since the last one are its own.</summary>
    public void EndEvent(double triggerNs, in EventTruth truth)
    {
        _numbers.Add(truth.EventNumber);
        _triggersNs.Add(triggerNs);
        _ends.Add(_channels.Count);
        Truth.Add(truth);
    }

    /// <summary>The events of several columns, in their order.</summary>
    public static HitBatch Join(ReadOnlySpan<HitColumns> parts)
    {
        int events = 0;
        int hits = 0;
        foreach (HitColumns part in parts)
        {
            events += part._numbers.Count;
            hits += part._channels.Count;
        }

        uint[] numbers = new uint[events];
        double[] triggersNs = new double[events];
        int[] offsets = new int[events + 1];
        int[] channels = new int[hits];
        float[] chargesPe = new float[hits];
        float[] timesNs = new float[hits];
        int firstEvent = 0;
        int firstHit = 0;
        foreach (HitColumns part in parts)
        {
            part._numbers.CopyTo(numbers, firstEvent);
            part._triggersNs.CopyTo(triggersNs, firstEvent);
            foreach (int end in CollectionsMarshal.AsSpan(part._ends))
            {
                offsets[++firstEvent] = firstHit + end;
            }

            part._channels.CopyTo(channels, firstHit);
            part._chargesPe.CopyTo(chargesPe, firstHit);
            part._timesNs.CopyTo(timesNs, firstHit);
            firstHit += part._channels.Count;
        }

        return new HitBatch(numbers, triggersNs, offsets, channels, chargesPe, timesNs);
    }
}
