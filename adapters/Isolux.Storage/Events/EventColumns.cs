using Isolux.Events.Hits;

namespace Isolux.Storage.Events;

/// <summary>Rows of the table of events waiting for their row group.</summary>
internal sealed class EventColumns
{
    private readonly ColumnBuffer<uint> _eventNumbers = new();
    private readonly ColumnBuffer<double> _triggerTimesNs = new();
    private readonly ColumnBuffer<int> _hitCounts = new();

    public EventColumns() => All = [_eventNumbers, _triggerTimesNs, _hitCounts];

    public IReadOnlyList<IColumnBuffer> All { get; }

    public int Count => _eventNumbers.Count;

    public void Add(HitView view)
    {
        _eventNumbers.Add(view.EventNumber);
        _triggerTimesNs.Add(view.TriggerTimeNs);
        _hitCounts.Add(view.Channels.Length);
    }
}
