using Isolux.Events.Hits;

namespace Isolux.Storage.Events;

/// <summary>Rows of the table of hits waiting for their row group.</summary>
internal sealed class HitColumns
{
    private readonly ColumnBuffer<uint> _eventNumbers = new();
    private readonly ColumnBuffer<int> _channels = new();
    private readonly ColumnBuffer<float> _chargesPe = new();
    private readonly ColumnBuffer<float> _timesNs = new();

    public HitColumns() => All = [_eventNumbers, _channels, _chargesPe, _timesNs];

    public IReadOnlyList<IColumnBuffer> All { get; }

    public int Count => _channels.Count;

    public void Add(HitView view)
    {
        _eventNumbers.AddRepeated(view.EventNumber, view.Channels.Length);
        _channels.Add(view.Channels);
        _chargesPe.Add(view.ChargesPe);
        _timesNs.Add(view.TimesNs);
    }
}
