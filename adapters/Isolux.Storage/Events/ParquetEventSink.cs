using Isolux.Events.Hits;
using Isolux.Quantities;
using Isolux.Storage.Output;

namespace Isolux.Storage.Events;

/// <summary>
/// Writes triggered events into a folder of Parquet files: <c>hits.parquet</c>, <c>events.parquet</c> and, for simulated runs (with a seed), <c>truth.parquet</c>.
/// The folder takes its name when <see cref="Complete"/> is called; until then the work lies in <c>NAME.partial</c>. Whoever starts the same work again finds
/// <see cref="EventCount"/> events there and goes on behind <see cref="LastEventNumber"/>; earlier ones handed over again are passed over. The bytes depend on the events
/// alone, not on batches and interruptions.
/// </summary>
public sealed class ParquetEventSink : IEventSink, IDisposable
{
    /// <summary>A row group closes before the event that would bring it beyond this number of hits.</summary>
    public const int HitsPerGroup = 1 << 20;

    /// <summary>A row group closes after this number of events.</summary>
    public const int EventsPerGroup = 1 << 16;

    private readonly EventRun _run;
    private readonly EventFolderWriter _folder;
    private readonly HitColumns _hits = new();
    private readonly EventColumns _events = new();
    private readonly TruthColumns? _truth;
    private readonly uint? _resumedAfter;
    private readonly IReadOnlyList<IReadOnlyList<IColumnBuffer>> _columns;

    private ParquetEventSink(string path, EventRun run, EventOrigin origin)
    {
        _run = run;
        _truth = run.Seed is null ? null : new TruthColumns();
        _columns = _truth is null ? [_hits.All, _events.All] : [_hits.All, _events.All, _truth.All];
        _folder = new EventFolderWriter(
            path,
            _truth is null ? [EventTable.Hits, EventTable.Events] : [EventTable.Hits, EventTable.Events, EventTable.Truth],
            EventMetadata.Of(run, origin));
        _resumedAfter = _folder.LastEventNumber;
        LastEventNumber = _folder.LastEventNumber;
        EventCount = _folder.EventCount;
    }

    /// <summary>Whether the folder was complete, with the same run and origin, before this sink came: nothing is left to do.</summary>
    public bool IsComplete => _folder.IsComplete;

    /// <summary>Events taken so far, those of an interrupted start included; 0 where the folder was complete.</summary>
    public long EventCount { get; private set; }

    /// <summary>Number of the last of them; null before the first.</summary>
    public uint? LastEventNumber { get; private set; }

    /// <summary>Takes a folder for a run.</summary>
    /// <param name="path">Folder to become.</param>
    /// <param name="run">What is recorded; with a seed it is a simulated run, whose truth is written too.</param>
    /// <param name="origin">What else decides the content.</param>
    /// <exception cref="OutputException">The folder holds something else, or cannot be written to.</exception>
    public static ParquetEventSink Create(string path, EventRun run, EventOrigin origin)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(origin);
        return new ParquetEventSink(path, run, origin);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Numbers do not rise, a channel is none of the run's, a value is not finite, or truth is missing or not wanted.</exception>
    /// <exception cref="InvalidOperationException">The folder is complete.</exception>
    public void Write(HitBatch events, ReadOnlySpan<EventTruth> truth)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (IsComplete)
        {
            throw new InvalidOperationException("The folder is complete; nothing can be added.");
        }

        if (truth.Length != (_truth is null ? 0 : events.Count))
        {
            throw new ArgumentException($"A run {(_truth is null ? "without" : "with")} a seed has no truth of {truth.Length} for {events.Count} events.", nameof(truth));
        }

        for (int i = 0; i < events.Count; i++)
        {
            HitView view = events[i];
            if (view.EventNumber > _resumedAfter || _resumedAfter is null)
            {
                Add(view, _truth is null ? default : truth[i]);
            }
        }
    }

    /// <summary>Writes what is left and gives the folder its name. Without this call the work can be taken up again.</summary>
    /// <exception cref="OutputException">Something else has taken the name meanwhile.</exception>
    public void Complete()
    {
        if (!IsComplete)
        {
            Flush();
            _folder.Publish(EventCount, LastEventNumber);
        }
    }

    /// <summary>Closes the files.</summary>
    public void Dispose() => _folder.Dispose();

    private void Add(HitView view, EventTruth truth)
    {
        Require(view, truth);
        int hits = view.Channels.Length;
        if (_events.Count == EventsPerGroup || (_hits.Count > 0 && _hits.Count + hits > HitsPerGroup))
        {
            Flush();
        }

        _hits.Add(view);
        _events.Add(view);
        _truth?.Add(truth);
        EventCount++;
        LastEventNumber = view.EventNumber;
    }

    private void Flush()
    {
        if (_events.Count == 0)
        {
            return;
        }

        _folder.Append(_columns, EventCount, LastEventNumber!.Value);
        foreach (IColumnBuffer column in _columns.SelectMany(columns => columns))
        {
            column.Clear();
        }
    }

    private void Require(HitView view, EventTruth truth)
    {
        if (view.EventNumber <= LastEventNumber)
        {
            throw new ArgumentException($"Event {view.EventNumber} follows event {LastEventNumber}; numbers must rise.");
        }

        if (!double.IsFinite(view.TriggerTimeNs))
        {
            throw new ArgumentException($"Event {view.EventNumber} has the trigger time {view.TriggerTimeNs}.");
        }

        if (HitCheck.FirstOutside(view.Channels, _run.ChannelCount) is >= 0 and var channel)
        {
            throw new ArgumentException($"Event {view.EventNumber} has a hit in channel {view.Channels[channel]}; the run has {_run.ChannelCount} channels.");
        }

        if (HitCheck.FirstNotFinite(view.ChargesPe) >= 0 || HitCheck.FirstNotFinite(view.TimesNs) >= 0)
        {
            throw new ArgumentException($"Event {view.EventNumber} has a charge or time that is not finite.");
        }

        if (_truth is not null && truth.EventNumber != view.EventNumber)
        {
            throw new ArgumentException($"The truth of event {truth.EventNumber} stands beside event {view.EventNumber}.");
        }
    }
}
