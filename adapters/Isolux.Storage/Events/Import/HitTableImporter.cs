using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Isolux.Detector;
using Isolux.Events.Hits;
using Isolux.Storage.Documents;
using Isolux.Storage.Output;

namespace Isolux.Storage.Events.Import;

/// <summary>
/// Brings a user's table of hits, Parquet or CSV, into a folder of events. The table has one row per hit, and the rows of an event stand together; it is read
/// once, some rows at a time. An import that was interrupted goes on where its folder ends.
/// </summary>
public sealed class HitTableImporter
{
    // Beyond, single precision resolves no better than 0.06 ns, and a unit or reference is likely wrong.
    private const double LargestTimeNs = 1e6;

    private readonly HitMapping _mapping;
    private readonly DetectorDescription _detector;
    private readonly string _programVersion;
    private readonly uint _runNumber;

    /// <summary>An importer for tables of one form.</summary>
    /// <param name="mappingFile">The mapping document.</param>
    /// <param name="detector">The detector whose channels were hit.</param>
    /// <param name="programVersion">Version of the program, stored with the events.</param>
    /// <param name="runNumber">Number of the run; null takes that of the document.</param>
    /// <exception cref="InvalidSpecificationException">The document or its channel map is wrong or names channels the detector has not.</exception>
    public HitTableImporter(string mappingFile, DetectorDescription detector, string programVersion, uint? runNumber = null)
    {
        ArgumentNullException.ThrowIfNull(mappingFile);
        ArgumentNullException.ThrowIfNull(detector);
        ArgumentNullException.ThrowIfNull(programVersion);
        _mapping = HitMapping.Read(mappingFile);
        _mapping.RequireChannels(detector.Photosensors.Length);
        _detector = detector;
        _programVersion = programVersion;
        _runNumber = runNumber ?? (uint)_mapping.Document.Run.Number;
    }

    /// <summary>Imports a table.</summary>
    /// <param name="file">Table of hits; a name that ends in <c>.csv</c> is CSV, any other Parquet.</param>
    /// <param name="folder">Folder to become.</param>
    /// <param name="progress">Told the part of the table that is read; null for silence.</param>
    /// <param name="cancellation">Stops it; the same call goes on later.</param>
    /// <exception cref="InvalidSpecificationException">The table is damaged, lacks a column, or holds what cannot be; the sentence names the place.</exception>
    /// <exception cref="OutputException">The folder holds something else or cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ImportResult Import(string file, string folder, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(folder);
        using IHitTable table = Path.GetExtension(file) == ".csv" ? new CsvHitTable(file, _mapping) : new ParquetHitTable(file, _mapping);
        ImportRunDocument run = _mapping.Document.Run;
        var recorded = new EventRun(_runNumber, _detector.Name, _detector.Photosensors.Length, run.SourceName, null)
        {
            Window = run.Window is { } window ? new ReadoutWindow(window.StartNs, window.EndNs) : null,
        };
        using ParquetEventSink sink = ParquetEventSink.Create(folder, recorded, new EventOrigin(_programVersion, _detector.Digest, DigestOf(file)));
        if (sink.IsComplete)
        {
            using ParquetEventSource complete = ParquetEventSource.Open(folder);
            return new ImportResult(complete.EventCount, complete.HitCount, null);
        }

        var assembler = new EventAssembler(sink);
        var state = new State();
        foreach (HitRows rows in table.Read(cancellation))
        {
            for (int i = 0; i < rows.Count; i++)
            {
                Add(file, rows, i, state, assembler);
            }

            progress?.Report(rows.FractionRead);
        }

        assembler.Flush();
        sink.Complete();
        return new ImportResult(state.Events, state.Hits, state.LeftOut);
    }

    private void Add(string file, HitRows rows, int row, State state, EventAssembler assembler)
    {
        double triggerNs = _mapping.TriggerColumn is { } column ? rows.TriggerTimes[row] * _mapping.TriggerUnitNs : 0.0;
        if (!double.IsFinite(triggerNs))
        {
            throw Fault(file, rows, row, _mapping.TriggerColumn!, $"{rows.TriggerTimes[row]}", "it is not finite", "correct the value");
        }

        if (_mapping.NumberColumn is { } numberColumn)
        {
            BeginByNumber(file, rows, row, numberColumn, triggerNs, state, assembler);
        }
        else if (state.Events == 0 || triggerNs != state.TriggerNs)
        {
            if (state.Events > 0 && triggerNs < state.TriggerNs)
            {
                throw Fault(file, rows, row, _mapping.TriggerColumn!, $"{rows.TriggerTimes[row]}", "trigger times must rise from event to event", "sort the table by trigger time");
            }

            state.Begin((uint)state.Events, triggerNs, assembler);
        }

        double since = _mapping.Document.Time.Since == TimeReference.Run ? triggerNs : 0.0;
        double timeNs = (rows.Times[row] * _mapping.TimeUnitNs) - since;
        if (!(Math.Abs(timeNs) <= LargestTimeNs))
        {
            throw Fault(
                file, rows, row, _mapping.Document.Time.Column, $"{rows.Times[row]}", string.Create(CultureInfo.InvariantCulture, $"that is {timeNs:G6} ns since the trigger, more than 1 ms"), "check time.unit and time.since in the mapping");
        }

        double chargePe = rows.Charges[row] / _mapping.UnitsPerPe;
        if (!float.IsFinite((float)chargePe))
        {
            throw Fault(file, rows, row, _mapping.Document.Charge.Column, $"{rows.Charges[row]}", "it is not finite", "correct the value");
        }

        int channel = ChannelOf(file, rows, row);
        if (channel == HitMapping.LeftOut)
        {
            state.LeftOut++;
            return;
        }

        assembler.Add(channel, (float)chargePe, (float)timeNs);
        state.Hits++;
    }

    private void BeginByNumber(string file, HitRows rows, int row, string column, double triggerNs, State state, EventAssembler assembler)
    {
        long number = rows.EventNumbers[row];
        if (state.Events > 0 && number == state.Number)
        {
            if (triggerNs != state.TriggerNs)
            {
                throw Fault(file, rows, row, _mapping.TriggerColumn!, $"{rows.TriggerTimes[row]}", $"earlier hits of event {number} have another trigger time", "give all hits of an event one trigger time");
            }

            return;
        }

        if (state.Events > 0 && number < state.Number)
        {
            throw Fault(
                file, rows, row, column, $"{number}", $"it follows event {state.Number}, and the hits of an event must stand together, events by rising number", "sort the table by its event column");
        }

        if (number is < 0 or > uint.MaxValue)
        {
            throw Fault(file, rows, row, column, $"{number}", $"event numbers are from 0 to {uint.MaxValue}", "leave event.numberColumn out and name event.triggerTime");
        }

        state.Begin((uint)number, triggerNs, assembler);
    }

    private int ChannelOf(string file, HitRows rows, int row)
    {
        long id = rows.ChannelIds[row];
        if (_mapping.Channels is { } map)
        {
            return map.TryGetValue(id, out int channel)
                ? channel
                : throw Fault(file, rows, row, _mapping.Document.Channel.Column, $"{id}", $"{Path.GetFileName(_mapping.ChannelFile)} knows no such id", "add it to the map, with '-' to leave its hits out");
        }

        return id >= 0 && id < _detector.Photosensors.Length
            ? (int)id
            : throw Fault(
                file, rows, row, _mapping.Document.Channel.Column, $"{id}", $"the detector has channels from 0 to {_detector.Photosensors.Length - 1}", "name a channel map, or choose the detector with --detector");
    }

    private string DigestOf(string file)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(Encoding.UTF8.GetBytes(OutputJson.Write(_mapping.Document)));
        foreach (string content in new[] { file, _mapping.ChannelFile }.OfType<string>())
        {
            using FileStream stream = File.OpenRead(content);
            digest.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private static InvalidSpecificationException Fault(string file, HitRows rows, int row, string column, string value, string why, string suggestion) =>
        new(new SpecificationFault(file, rows.Place(column, row), value, why, suggestion));

    private sealed class State
    {
        public long Events { get; private set; }

        public uint Number { get; private set; }

        public double TriggerNs { get; private set; }

        public long Hits { get; set; }

        public long LeftOut { get; set; }

        public void Begin(uint number, double triggerNs, EventAssembler assembler)
        {
            assembler.Begin(number, triggerNs);
            Events++;
            Number = number;
            TriggerNs = triggerNs;
        }
    }
}
