using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Events.Hits;
using Isolux.Quantities;

namespace Isolux.Storage.Events;

/// <summary>Reads triggered events from a folder of Parquet files, one row group at a time: memory does not grow with the files.</summary>
public sealed class ParquetEventSource : IEventSource, IDisposable
{
    private readonly ParquetTableReader _hits;
    private readonly ParquetTableReader _events;

    private ParquetEventSource(string folder)
    {
        Folder = folder;
        _hits = new ParquetTableReader(Path.Combine(folder, EventTable.Hits.FileName), EventTable.Hits);
        try
        {
            _events = new ParquetTableReader(Path.Combine(folder, EventTable.Events.FileName), EventTable.Events);
            (Run, Origin) = EventMetadata.Parse(_hits.File, _hits.Metadata);
            RequireSameRun(_events);
            if (_hits.GroupCount != _events.GroupCount)
            {
                throw _hits.Fault("the footer", $"{_hits.GroupCount} row groups", $"{EventTable.Events.FileName} has {_events.GroupCount}", "write the folder again");
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <inheritdoc/>
    public EventRun Run { get; }

    /// <summary>What else decided the content.</summary>
    public EventOrigin Origin { get; }

    /// <summary>Number of events.</summary>
    public long EventCount => _events.RowCount;

    /// <summary>Number of hits.</summary>
    public long HitCount => _hits.RowCount;

    /// <summary>Whether there is truth to read.</summary>
    public bool HasTruth => File.Exists(TruthFile);

    private string TruthFile => Path.Combine(Folder, EventTable.Truth.FileName);

    /// <summary>Opens a folder of events.</summary>
    /// <param name="path">The folder, or one of the files in it.</param>
    /// <exception cref="InvalidSpecificationException">It is none, its files are damaged or do not belong together.</exception>
    public static ParquetEventSource Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new ParquetEventSource(EventFolder.Find(path));
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidSpecificationException">The files are damaged, or hold what cannot be: the sentence names file, row group, column and row.</exception>
    public IEnumerable<HitBatch> Read(CancellationToken cancellation)
    {
        uint? last = null;
        for (int group = 0; group < _events.GroupCount; group++)
        {
            cancellation.ThrowIfCancellationRequested();
            HitBatch batch = ReadGroup(group, last, cancellation);
            last = batch.Count > 0 ? batch.EventNumbers.Span[^1] : last;
            yield return batch;
        }
    }

    /// <summary>Reads what was simulated, row group by row group, in the order of the events.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InvalidSpecificationException">There is no truth, or the file is damaged.</exception>
    public IEnumerable<ImmutableArray<EventTruth>> ReadTruth(CancellationToken cancellation)
    {
        using var truth = new ParquetTableReader(TruthFile, EventTable.Truth);
        RequireSameRun(truth);
        for (int group = 0; group < truth.GroupCount; group++)
        {
            var rows = new GroupRows(truth, group, cancellation);
            uint[] numbers = rows.Read<uint>("event_number");
            double[] xMm = rows.ReadFinite("x_mm");
            double[] yMm = rows.ReadFinite("y_mm");
            double[] zMm = rows.ReadFinite("z_mm");
            double[] kineticMeV = rows.ReadFinite("kinetic_energy_mev");
            double[] depositedMeV = rows.ReadFinite("deposited_mev");
            int[] photoElectrons = rows.Read<int>("lpmt_photo_electrons");
            double[] startNs = rows.ReadFinite("start_time_ns");
            yield return
            [
                .. numbers.Select((number, i) => new EventTruth(
                    number, new Position(xMm[i], yMm[i], zMm[i]), kineticMeV[i], depositedMeV[i], photoElectrons[i], startNs[i])),
            ];
        }
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        _hits.Dispose();
        _events?.Dispose();
    }

    private HitBatch ReadGroup(int group, uint? last, CancellationToken cancellation)
    {
        var events = new GroupRows(_events, group, cancellation);
        uint[] numbers = events.Read<uint>("event_number");
        RequireRising(group, numbers, last);
        double[] triggerTimesNs = events.ReadFinite("trigger_time_ns");
        int[] offsets = Offsets(group, events.Read<int>("hit_count"));
        var hits = new GroupRows(_hits, group, cancellation);
        RequireOwners(group, hits.Read<uint>("event_number"), numbers, offsets);
        int[] channels = hits.Read<int>("channel");
        if (HitCheck.FirstOutside(channels, Run.ChannelCount) is >= 0 and var row)
        {
            throw _hits.Fault(
                ParquetTableReader.Place(group, "channel", row), $"{channels[row]}", $"the run has channels from 0 to {Run.ChannelCount - 1}", "correct the channel map and write the folder again");
        }

        return new HitBatch(numbers, triggerTimesNs, offsets, channels, hits.ReadFiniteSingle("charge_pe"), hits.ReadFiniteSingle("time_ns"));
    }

    private void RequireRising(int group, uint[] numbers, uint? last)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] <= last)
            {
                throw _events.Fault(ParquetTableReader.Place(group, "event_number", i), $"{numbers[i]}", $"it follows {last}, and numbers of events must rise", "sort the events and write the folder again");
            }

            last = numbers[i];
        }
    }

    private int[] Offsets(int group, int[] hitCounts)
    {
        int[] offsets = new int[hitCounts.Length + 1];
        long sum = 0;
        for (int i = 0; i < hitCounts.Length; i++)
        {
            if (hitCounts[i] < 0)
            {
                throw _events.Fault(ParquetTableReader.Place(group, "hit_count", i), $"{hitCounts[i]}", "it is negative", "write the folder again");
            }

            sum += hitCounts[i];
            offsets[i + 1] = (int)Math.Min(sum, int.MaxValue);
        }

        int rows = _hits.RowsOf(group);
        return sum == rows
            ? offsets
            : throw _hits.Fault(ParquetTableReader.Place(group), $"{rows} hits", $"the events of this row group have {sum}", "write the folder again");
    }

    private void RequireOwners(int group, uint[] owners, uint[] numbers, int[] offsets)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            int found = owners.AsSpan(offsets[i], offsets[i + 1] - offsets[i]).IndexOfAnyExcept(numbers[i]);
            if (found >= 0)
            {
                int row = offsets[i] + found;
                throw _hits.Fault(ParquetTableReader.Place(group, "event_number", row), $"{owners[row]}", $"the table of events expects event {numbers[i]} there", "write the folder again");
            }
        }
    }

    private void RequireSameRun(ParquetTableReader other)
    {
        ImmutableSortedDictionary<string, string> mine = EventMetadata.Shared(_hits.Metadata);
        ImmutableSortedDictionary<string, string> its = EventMetadata.Shared(other.Metadata);
        if (mine.Keys.Union(its.Keys).FirstOrDefault(key => mine.GetValueOrDefault(key) != its.GetValueOrDefault(key)) is { } different)
        {
            throw other.Fault("metadata " + different, its.GetValueOrDefault(different), $"it is '{mine.GetValueOrDefault(different)}' in {EventTable.Hits.FileName}", "put files of one run into one folder");
        }
    }
}
