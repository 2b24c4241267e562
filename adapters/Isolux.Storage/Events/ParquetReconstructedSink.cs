using Isolux.Events.Hits;
using Isolux.Events.Reconstructed;
using Isolux.Storage.Output;

namespace Isolux.Storage.Events;

/// <summary>
/// Writes reconstructed events into a folder with the file <c>reconstructed.parquet</c>, which takes its name when <see cref="Complete"/> is called; until then the work lies in
/// <c>NAME.partial</c>. Whoever starts the same work again finds <see cref="EventCount"/> events there and goes on behind <see cref="LastEventNumber"/>; earlier ones handed
/// over again are passed over. The bytes depend on the events alone.
/// </summary>
public sealed class ParquetReconstructedSink : IDisposable
{
    /// <summary>Events of a row group: what an interruption can cost.</summary>
    public const int EventsPerGroup = 1 << 14;

    private readonly EventFolderWriter _folder;
    private readonly ReconstructedColumns _columns = new();
    private readonly uint? _resumedAfter;

    private ParquetReconstructedSink(string path, EventRun run, EventOrigin origin)
    {
        _folder = new EventFolderWriter(path, [EventTable.Reconstructed], EventMetadata.Of(run, origin));
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

    /// <summary>Takes a folder for the reconstruction of a run.</summary>
    /// <param name="path">Folder to become.</param>
    /// <param name="run">The run that is reconstructed.</param>
    /// <param name="origin">What decides the result: program, detector, and a digest of events, constants and settings.</param>
    /// <exception cref="OutputException">The folder holds something else, or cannot be written to.</exception>
    public static ParquetReconstructedSink Create(string path, EventRun run, EventOrigin origin)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(origin);
        return new ParquetReconstructedSink(path, run, origin);
    }

    /// <summary>Appends events.</summary>
    /// <param name="events">Events by rising number.</param>
    /// <exception cref="ArgumentException">Numbers do not rise, or a converged event has a number that is not finite.</exception>
    /// <exception cref="InvalidOperationException">The folder is complete.</exception>
    public void Write(ReadOnlySpan<ReconstructedEvent> events)
    {
        if (IsComplete)
        {
            throw new InvalidOperationException("The folder is complete; nothing can be added.");
        }

        foreach (ReconstructedEvent row in events)
        {
            if (row.EventNumber > _resumedAfter || _resumedAfter is null)
            {
                Add(row);
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

    /// <summary>Closes the file.</summary>
    public void Dispose() => _folder.Dispose();

    private void Add(ReconstructedEvent row)
    {
        if (row.EventNumber <= LastEventNumber)
        {
            throw new ArgumentException($"Event {row.EventNumber} follows event {LastEventNumber}; numbers must rise.");
        }

        if (row.Status == RecoStatus.Converged && !double.IsFinite(row.Vertex.XMm + row.Vertex.YMm + row.Vertex.ZMm + row.Energy.MeV))
        {
            throw new ArgumentException($"Event {row.EventNumber} converged to a vertex or energy that is not finite.");
        }

        if (_columns.Count == EventsPerGroup)
        {
            Flush();
        }

        _columns.Add(row);
        EventCount++;
        LastEventNumber = row.EventNumber;
    }

    private void Flush()
    {
        if (_columns.Count == 0)
        {
            return;
        }

        _folder.Append([_columns.All], EventCount, LastEventNumber!.Value);
        foreach (IColumnBuffer column in _columns.All)
        {
            column.Clear();
        }
    }
}
