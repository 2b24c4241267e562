using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Isolux.Detector;
using Isolux.Events.Hits;
using Isolux.Storage.Documents;

namespace Isolux.Storage.Events.Import;

/// <summary>A validated mapping document.</summary>
internal sealed class HitMapping
{
    /// <summary>Channel of hits to be left out.</summary>
    public const int LeftOut = -1;

    private HitMapping(ImportMappingDocument document, string file)
    {
        Document = document;
        string? map = document.Channel.Map is { } name ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, name) : null;
        Channels = map is null ? null : ReadChannels(map);
        ChannelFile = map;
        TriggerUnitNs = document.Event.TriggerTime is { } trigger ? NanosecondsOf(trigger.Unit) : 1.0;
        TimeUnitNs = NanosecondsOf(document.Time.Unit);
        UnitsPerPe = document.Charge.UnitsPerPe?.Value ?? 1.0;
    }

    public ImportMappingDocument Document { get; }

    /// <summary>Our channel of every id; null where ids are channels.</summary>
    public FrozenDictionary<long, int>? Channels { get; }

    public string? ChannelFile { get; }

    public string? NumberColumn => Document.Event.NumberColumn;

    public string? TriggerColumn => Document.Event.TriggerTime?.Column;

    public double TriggerUnitNs { get; }

    public double TimeUnitNs { get; }

    public double UnitsPerPe { get; }

    /// <summary>Reads a mapping document and its channel map.</summary>
    /// <exception cref="InvalidSpecificationException">One of them is wrong.</exception>
    public static HitMapping Read(string file)
    {
        var document = StrictJson.Read<ImportMappingDocument>(file);
        ImmutableArray<SpecificationFault> faults = [.. FaultsOf(document, file)];
        return faults.IsEmpty ? new HitMapping(document, file) : throw new InvalidSpecificationException(faults);
    }

    /// <summary>Requires that every mapped channel is one of the detector's.</summary>
    /// <exception cref="InvalidSpecificationException">One is not.</exception>
    public void RequireChannels(int channelCount)
    {
        foreach ((long id, int channel) in (Channels ?? FrozenDictionary<long, int>.Empty).OrderBy(pair => pair.Key))
        {
            if (channel != LeftOut && (uint)channel >= (uint)channelCount)
            {
                throw new InvalidSpecificationException(new SpecificationFault(
                    ChannelFile!, string.Create(CultureInfo.InvariantCulture, $"channel of id {id}"), $"{channel}", $"the detector has channels from 0 to {channelCount - 1}", "correct the map, or choose the detector with --detector"));
            }
        }
    }

    private static double NanosecondsOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Ns => 1.0,
        TimeUnit.Us => 1e3,
        TimeUnit.Ms => 1e6,
        _ => 1e9,
    };

    private static IEnumerable<SpecificationFault> FaultsOf(ImportMappingDocument document, string file)
    {
        if (document.FormatVersion != 1)
        {
            yield return new SpecificationFault(file, "$.formatVersion", $"{document.FormatVersion}", "this program reads version 1", "write 1");
        }

        if (document.Run.Number is < 0 or >= 1 << 24)
        {
            yield return new SpecificationFault(file, "$.run.number", $"{document.Run.Number}", "run numbers are from 0 to 16777215", "number the run anew");
        }

        if (document.Run.Window is { } window && !(window.StartNs < window.EndNs))
        {
            yield return new SpecificationFault(file, "$.run.window", $"{window.StartNs} to {window.EndNs}", "the window is empty", "give its begin and its end in ns since the trigger");
        }

        if (document.Event is { NumberColumn: null, TriggerTime: null })
        {
            yield return new SpecificationFault(file, "$.event", null, "nothing says which hits are one event", "name numberColumn, triggerTime or both");
        }

        if (document.Time.Since == TimeReference.Run && document.Event.TriggerTime is null)
        {
            yield return new SpecificationFault(file, "$.time.since", "run", "times since the start of the run need the trigger time", "name event.triggerTime, or write 'trigger'");
        }

        if (document.Charge.Unit == ChargeUnit.Pe != document.Charge.UnitsPerPe is null)
        {
            string suggestion = document.Charge.Unit == ChargeUnit.Pe ? "leave it out" : "give the charge of a nominal photoelectron with its source";
            yield return new SpecificationFault(file, "$.charge.unitsPerPe", null, $"the unit is {document.Charge.Unit}", suggestion);
        }

        if (document.Charge.UnitsPerPe is { } measured && !(measured.Value > 0 && double.IsFinite(measured.Value)))
        {
            yield return new SpecificationFault(file, "$.charge.unitsPerPe.value", $"{measured.Value}", "it must be positive", "give the charge of a nominal photoelectron");
        }
    }

    private static FrozenDictionary<long, int> ReadChannels(string file)
    {
        CsvRows rows = CsvTable.ReadRows(file);
        if (!rows.Columns.SequenceEqual(["id", "channel"]))
        {
            throw Fault(rows.Lines[0] - 1, string.Join(',', rows.Columns), "a channel map has the columns id,channel");
        }

        var channels = new Dictionary<long, int>();
        for (int i = 0; i < rows.Fields.Length; i++)
        {
            string id = rows.Fields[i][0];
            string channel = rows.Fields[i][1];
            if (!long.TryParse(id, CultureInfo.InvariantCulture, out long key) || !(channel == "-" || int.TryParse(channel, CultureInfo.InvariantCulture, out _)))
            {
                throw Fault(rows.Lines[i], $"\"{id},{channel}\"", "ids and channels are whole numbers, '-' leaves the hits of an id out");
            }

            if (!channels.TryAdd(key, channel == "-" ? LeftOut : int.Parse(channel, CultureInfo.InvariantCulture)))
            {
                throw Fault(rows.Lines[i], id, "the id stands there twice");
            }
        }

        return channels.ToFrozenDictionary();

        InvalidSpecificationException Fault(int line, string value, string why) =>
            new(new SpecificationFault(file, string.Create(CultureInfo.InvariantCulture, $"line {line}"), value, why, "correct the map"));
    }
}
