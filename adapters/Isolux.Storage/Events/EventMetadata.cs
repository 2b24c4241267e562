using System.Collections.Immutable;
using System.Globalization;
using Isolux.Detector;
using Isolux.Events.Hits;

namespace Isolux.Storage.Events;

/// <summary>The metadata of event files: pairs of texts under <c>isolux.</c>, the same in every table of a folder but for the columns' units.</summary>
internal static class EventMetadata
{
    /// <summary>Version of the tables; a reader refuses any other.</summary>
    public const string FormatVersion = "1";

    private const string Prefix = "isolux.";
    private const string Version = Prefix + "formatVersion";
    private const string RunNumber = Prefix + "runNumber";
    private const string DetectorName = Prefix + "detectorName";
    private const string ChannelCount = Prefix + "channelCount";
    private const string SourceName = Prefix + "sourceName";
    private const string Seed = Prefix + "seed";
    private const string WindowStart = Prefix + "windowStartNs";
    private const string WindowEnd = Prefix + "windowEndNs";
    private const string ProgramVersion = Prefix + "programVersion";
    private const string DetectorDigest = Prefix + "detectorDigest";
    private const string InputsDigest = Prefix + "inputsDigest";
    private const string Table = Prefix + "table";
    private const string Unit = Prefix + "unit.";

    /// <summary>The pairs that all tables of a folder share; two folders with the same pairs hold the same events.</summary>
    public static ImmutableSortedDictionary<string, string> Of(EventRun run, EventOrigin origin)
    {
        var pairs = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        pairs[Version] = FormatVersion;
        pairs[RunNumber] = run.RunNumber.ToString(CultureInfo.InvariantCulture);
        pairs[DetectorName] = run.DetectorName;
        pairs[ChannelCount] = run.ChannelCount.ToString(CultureInfo.InvariantCulture);
        pairs[SourceName] = run.SourceName;
        pairs[ProgramVersion] = origin.ProgramVersion;
        pairs[DetectorDigest] = origin.DetectorDigest;
        pairs[InputsDigest] = origin.InputsDigest;
        if (run.Seed is { } seed)
        {
            pairs[Seed] = seed.ToString(CultureInfo.InvariantCulture);
        }

        if (run.Window is { } window)
        {
            pairs[WindowStart] = window.StartNs.ToString("R", CultureInfo.InvariantCulture);
            pairs[WindowEnd] = window.EndNs.ToString("R", CultureInfo.InvariantCulture);
        }

        return pairs.ToImmutable();
    }

    /// <summary>The shared pairs with name and units of one table, in a fixed order.</summary>
    public static IReadOnlyDictionary<string, string> OfTable(ImmutableSortedDictionary<string, string> shared, EventTable table)
    {
        var pairs = new SortedDictionary<string, string>(shared, StringComparer.Ordinal) { [Table] = table.Name };
        foreach (TableColumn column in table.Columns)
        {
            pairs[Unit + column.Name] = column.Unit;
        }

        return pairs;
    }

    /// <summary>The pairs a table shares with the others of its folder.</summary>
    public static ImmutableSortedDictionary<string, string> Shared(IReadOnlyDictionary<string, string> pairs) =>
        pairs.Where(pair => pair.Key.StartsWith(Prefix, StringComparison.Ordinal) && pair.Key != Table && !pair.Key.StartsWith(Unit, StringComparison.Ordinal))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Requires that a file holds a table.</summary>
    /// <exception cref="InvalidSpecificationException">It is of another program, version or table, or in another unit.</exception>
    public static void Require(string file, IReadOnlyDictionary<string, string> pairs, EventTable table)
    {
        if (!pairs.TryGetValue(Version, out string? version) || !pairs.TryGetValue(Table, out string? name))
        {
            throw Fault(file, Version, null, "the file was not written by Isolux", "bring tables of your own in with isolux import");
        }

        if (version != FormatVersion)
        {
            throw Fault(file, Version, version, $"this program reads version {FormatVersion}", "write the file again with this program");
        }

        if (name != table.Name)
        {
            throw Fault(file, Table, name, $"the table '{table.Name}' is expected here", "give the files of the folder their own names back");
        }

        foreach (TableColumn column in table.Columns)
        {
            if (pairs.GetValueOrDefault(Unit + column.Name) is var unit && unit != column.Unit)
            {
                throw Fault(file, Unit + column.Name, unit, $"the unit of the column is '{column.Unit}'", "write the file again with this program");
            }
        }
    }

    /// <summary>Run and origin from the metadata of a file.</summary>
    /// <exception cref="InvalidSpecificationException">A value is missing or wrong.</exception>
    public static (EventRun Run, EventOrigin Origin) Parse(string file, IReadOnlyDictionary<string, string> pairs)
    {
        uint runNumber = Number<uint>(RunNumber);
        int channelCount = Number<int>(ChannelCount);
        ulong? seed = pairs.ContainsKey(Seed) ? Number<ulong>(Seed) : null;
        ReadoutWindow? window = pairs.ContainsKey(WindowStart) ? new ReadoutWindow(Number<double>(WindowStart), Number<double>(WindowEnd)) : null;
        var run = new EventRun(runNumber, Text(DetectorName), channelCount, Text(SourceName), seed) { Window = window };
        return (run, new EventOrigin(Text(ProgramVersion), Text(DetectorDigest), Text(InputsDigest)));

        string Text(string key) => pairs.TryGetValue(key, out string? text) ? text : throw Fault(file, key, null, "it is missing", "write the file again with this program");

        T Number<T>(string key)
            where T : struct, IParsable<T> =>
            T.TryParse(Text(key), CultureInfo.InvariantCulture, out T number) ? number : throw Fault(file, key, Text(key), "it is no number in range", "write the file again with this program");
    }

    private static InvalidSpecificationException Fault(string file, string key, string? value, string why, string suggestion) =>
        new(new SpecificationFault(file, "metadata " + key, value, why, suggestion));
}
