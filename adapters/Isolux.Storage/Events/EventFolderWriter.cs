using System.Collections.Immutable;
using Isolux.Storage.Output;

namespace Isolux.Storage.Events;

/// <summary>
/// A folder of tables being written. The work lies in <c>NAME.partial</c> with a journal of what is safely on disk, and takes its own name when it is complete.
/// Whoever starts the same work again goes on behind the last checkpoint; other work is refused.
/// </summary>
internal sealed class EventFolderWriter : IDisposable
{
    private const string JournalName = "journal.json";

    // A checkpoint rewrites the footers, which grow with the row groups; this share keeps that cost in proportion to the data.
    private const int GroupsPerCheckpoint = 64;

    private readonly string _path;
    private readonly string _partial;
    private readonly ImmutableSortedDictionary<string, string> _metadata;
    private readonly ImmutableArray<ParquetTableWriter> _tables = [];
    private long _groupCount;
    private long _groupsOnDisk;

    /// <summary>Takes a folder.</summary>
    /// <param name="path">Folder to become: new, complete with the same work, or interrupted in the same work.</param>
    /// <param name="tables">Its tables.</param>
    /// <param name="metadata">What decides the content.</param>
    /// <exception cref="OutputException">It holds something else, is being written by another process, or cannot be written to.</exception>
    public EventFolderWriter(string path, ImmutableArray<EventTable> tables, ImmutableSortedDictionary<string, string> metadata)
    {
        _path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        _partial = _path + ".partial";
        _metadata = metadata;
        if (Path.Exists(_path))
        {
            RequireSame(_path, Complete(_path, tables[0]));
            File.Delete(Path.Combine(_path, JournalName));
            IsComplete = true;
            return;
        }

        string journalFile = Path.Combine(_partial, JournalName);
        EventJournal journal = File.Exists(journalFile) ? OutputJson.Read<EventJournal>(journalFile) : new EventJournal(metadata, 0, null, []);
        RequireSame(_partial, journal.Metadata);
        if (!File.Exists(journalFile))
        {
            RequireEmpty(_partial);
            AtomicFile.WriteText(journalFile, OutputJson.Write(journal));
        }

        EventCount = journal.EventCount;
        LastEventNumber = journal.LastEventNumber;
        _tables = OpenTables(tables, journal);
    }

    /// <summary>Whether the work was complete before this writer came.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Events on disk when the folder was taken.</summary>
    public long EventCount { get; }

    /// <summary>Number of the last of them.</summary>
    public uint? LastEventNumber { get; }

    /// <summary>Appends a row group to every table.</summary>
    /// <param name="columns">Columns of every table.</param>
    /// <param name="eventCount">Events in the folder with these.</param>
    /// <param name="lastEventNumber">Number of the last of them.</param>
    public void Append(IReadOnlyList<IReadOnlyList<IColumnBuffer>> columns, long eventCount, uint lastEventNumber)
    {
        for (int i = 0; i < _tables.Length; i++)
        {
            _tables[i].Append(columns[i]);
        }

        _groupCount++;
        if (_groupCount - _groupsOnDisk > _groupCount / GroupsPerCheckpoint)
        {
            Checkpoint(eventCount, lastEventNumber);
        }
    }

    /// <summary>Gives the finished work its own name.</summary>
    /// <exception cref="OutputException">Something else has taken the name meanwhile.</exception>
    public void Publish(long eventCount, uint? lastEventNumber)
    {
        Checkpoint(eventCount, lastEventNumber);
        Dispose();
        if (Path.Exists(_path))
        {
            throw new OutputException($"{_path} appeared while its content was written (another program made it) move it away and give the same command again.");
        }

        Directory.Move(_partial, _path);
        File.Delete(Path.Combine(_path, JournalName));
        IsComplete = true;
    }

    /// <summary>Closes the files; the work can be taken up again.</summary>
    public void Dispose()
    {
        foreach (ParquetTableWriter table in _tables)
        {
            table.Dispose();
        }
    }

    private void Checkpoint(long eventCount, uint? lastEventNumber)
    {
        var journal = new EventJournal(_metadata, eventCount, lastEventNumber, [.. _tables.Select(table => table.Checkpoint())]);
        AtomicFile.WriteText(Path.Combine(_partial, JournalName), OutputJson.Write(journal));
        _groupsOnDisk = _groupCount;
    }

    private ImmutableArray<ParquetTableWriter> OpenTables(ImmutableArray<EventTable> tables, EventJournal journal)
    {
        var opened = ImmutableArray.CreateBuilder<ParquetTableWriter>(tables.Length);
        try
        {
            foreach (EventTable table in tables)
            {
                TableMark? mark = journal.Tables.SingleOrDefault(mark => mark.Table == table.Name);
                opened.Add(new ParquetTableWriter(Path.Combine(_partial, table.FileName), table, EventMetadata.OfTable(_metadata, table), mark));
            }

            return opened.MoveToImmutable();
        }
        catch (IOException exception)
        {
            foreach (ParquetTableWriter table in opened)
            {
                table.Dispose();
            }

            throw new OutputException(
                $"the unfinished work in {_partial} cannot be taken up ({exception.Message.TrimEnd('.')}) wait until no other process writes there, or delete that folder.");
        }
    }

    private static ImmutableSortedDictionary<string, string> Complete(string path, EventTable table)
    {
        string file = Path.Combine(path, table.FileName);
        if (!File.Exists(file))
        {
            throw new OutputException($"{path} exists already (it holds no {table.Name} of Isolux) choose another name.");
        }

        using var reader = new ParquetTableReader(file, table);
        return EventMetadata.Shared(reader.Metadata);
    }

    private static void RequireEmpty(string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new OutputException($"the folder {folder} is not empty (it holds no unfinished work of Isolux) move it away or choose another name.");
        }
    }

    private void RequireSame(string folder, ImmutableSortedDictionary<string, string> found)
    {
        string? different = _metadata.Keys.Union(found.Keys).Order(StringComparer.Ordinal)
            .FirstOrDefault(key => _metadata.GetValueOrDefault(key) != found.GetValueOrDefault(key));
        if (different is not null)
        {
            throw new OutputException(
                $"the folder {folder} holds other events ({different} is '{found.GetValueOrDefault(different)}' there and '{_metadata.GetValueOrDefault(different)}' now) "
                + "choose another name, or delete that folder.");
        }
    }
}
