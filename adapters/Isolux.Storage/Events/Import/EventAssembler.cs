using System.Runtime.InteropServices;
using Isolux.Events.Hits;

namespace Isolux.Storage.Events.Import;

/// <summary>Collects hits into events and events into batches.</summary>
internal sealed class EventAssembler(IEventSink sink)
{
    private const int HitsPerBatch = 1 << 18;

    private readonly List<uint> _numbers = [];
    private readonly List<double> _triggersNs = [];
    private readonly List<int> _offsets = [0];
    private readonly List<int> _channels = [];
    private readonly List<float> _chargesPe = [];
    private readonly List<float> _timesNs = [];

    /// <summary>Opens an event; the hits that follow are its own.</summary>
    public void Begin(uint number, double triggerNs)
    {
        if (_channels.Count >= HitsPerBatch)
        {
            Flush();
        }

        CloseEvent();
        _numbers.Add(number);
        _triggersNs.Add(triggerNs);
    }

    public void Add(int channel, float chargePe, float timeNs)
    {
        _channels.Add(channel);
        _chargesPe.Add(chargePe);
        _timesNs.Add(timeNs);
    }

    /// <summary>Passes on what was collected.</summary>
    public void Flush()
    {
        CloseEvent();
        if (_numbers.Count == 0)
        {
            return;
        }

        sink.Write(new HitBatch([.. _numbers], [.. _triggersNs], [.. _offsets], [.. _channels], [.. _chargesPe], [.. _timesNs]), []);
        _numbers.Clear();
        _triggersNs.Clear();
        _channels.Clear();
        _chargesPe.Clear();
        _timesNs.Clear();
        CollectionsMarshal.SetCount(_offsets, 1);
    }

    private void CloseEvent()
    {
        if (_numbers.Count == _offsets.Count)
        {
            _offsets.Add(_channels.Count);
        }
    }
}
