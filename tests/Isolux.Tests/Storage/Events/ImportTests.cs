using System.Globalization;
using DuckDB.NET.Data;
using Isolux.Detector;
using Isolux.Events.Hits;
using Isolux.Storage.Documents;
using Isolux.Storage.Events;
using Isolux.Storage.Events.Import;
using Xunit;

namespace Isolux.Tests.Storage.Events;

/// <summary>Tables of another program, with other names and units, become the events they were.</summary>
public sealed class ImportTests : IDisposable
{
    private const string Mapping =
        """
        {
          "formatVersion": 1,
          "summary": "a table of another program",
          "run": { "number": 42, "sourceName": "laser", "window": { "startNs": -200, "endNs": 500 } },
          "event": { "numberColumn": "evt", "triggerTime": { "column": "trigger_s", "unit": "s" } },
          "channel": { "column": "pmt", "map": "channels.csv" },
          "charge": { "column": "adc", "unit": "adc", "unitsPerPe": { "value": 128, "source": "a test" } }, // a power of two loses nothing
          "time": { "column": "t_us", "unit": "us" }
        }
        """;

    private static readonly DetectorDescription Detector = DetectorLoader.Load("toy-balls", []);

    private readonly TemporaryFolder _folder = new();
    private readonly HitBatch _batch = EventSamples.Regular(100, 500, 40);
    private readonly string _mapping;

    public ImportTests()
    {
        _mapping = _folder.Write("mapping.json", Mapping);
        _folder.Write("channels.csv", "# source: a test\nid,channel\n" + string.Join('\n', Enumerable.Range(0, EventSamples.Channels).Select(i => $"{1000 + (3 * i)},{i}")) + "\n7,-\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Committed_schema_equals_the_generated_one()
    {
        string file = Path.Combine(Path.GetDirectoryName(DetectorLoader.FindFolder("toy-balls"))!, "..", "datasets", "schemas", "mapping.schema.json");
        string generated = DocumentSchema.Generate<ImportMappingDocument>("Isolux mapping of a table of hits", isSplit: false);
        if (Environment.GetEnvironmentVariable("ISOLUX_ACCEPT_SCHEMAS") == "1")
        {
            File.WriteAllText(file, generated);
        }

        Assert.Equal(generated, File.ReadAllText(file));
    }

    [Theory]
    [InlineData("parquet")]
    [InlineData("csv")]
    public void Foreign_names_units_and_channels_become_the_same_events(string format)
    {
        string file = Foreign(format, "true");
        ImportResult result = Importer(Mapping).Import(file, Named("set"), null, CancellationToken.None);
        Assert.Equal(new ImportResult(500, 20_000, 0), result);
        RequireSame(_batch, Named("set"));
        Assert.Equal(new ImportResult(500, 20_000, null), Importer(Mapping).Import(file, Named("set"), null, CancellationToken.None));
    }

    [Fact]
    public void Without_event_numbers_trigger_times_part_events()
    {
        Importer(Mapping.Replace("\"numberColumn\": \"evt\", ", string.Empty, StringComparison.Ordinal)).Import(Foreign("parquet", "true"), Named("set"), null, CancellationToken.None);
        using var source = ParquetEventSource.Open(Named("set"));
        HitBatch found = Assert.Single(source.Read(CancellationToken.None));
        Assert.Equal(Enumerable.Range(0, 500).Select(i => (uint)i), found.EventNumbers.ToArray());
        Assert.Equal(_batch.Offsets.ToArray(), found.Offsets.ToArray());
        Assert.Equal(_batch.Channels.ToArray(), found.Channels.ToArray());
    }

    [Fact]
    public void Times_since_the_start_of_the_run_lose_their_trigger()
    {
        string mapping = Mapping.Replace("\"t_us\", \"unit\": \"us\"", "\"t_run_ns\", \"unit\": \"ns\", \"since\": \"run\"", StringComparison.Ordinal)
            .Replace("\"trigger_s\", \"unit\": \"s\"", "\"trigger_ns\", \"unit\": \"ns\"", StringComparison.Ordinal);
        Importer(mapping).Import(Foreign("parquet", "true"), Named("set"), null, CancellationToken.None);
        using var source = ParquetEventSource.Open(Named("set"));
        float[] expected = _batch.TimesNs.ToArray();
        Assert.All(source.Read(CancellationToken.None).SelectMany(batch => batch.TimesNs.ToArray()).Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-4f));
    }

    [Fact]
    public void Hits_of_an_id_with_a_dash_are_left_out_and_counted()
    {
        string channels = Path.Combine(_folder.Path, "channels.csv");
        File.WriteAllText(channels, File.ReadAllText(channels).Replace("\n1000,0\n", "\n1000,-\n", StringComparison.Ordinal));
        int lost = _batch.Channels.ToArray().Count(channel => channel == 0);
        Assert.Equal(new ImportResult(500, 20_000 - lost, lost), Importer(Mapping).Import(Foreign("parquet", "true"), Named("set"), null, CancellationToken.None));
    }

    [Theory]
    [InlineData("evt = 599 - evt", "column evt, row 40 = 498", "sort the table by its event column")]
    [InlineData("pmt = CASE WHEN rowid = 9 THEN 8 ELSE pmt END", "column pmt, row 9 = 8", "channels.csv knows no such id")]
    [InlineData("adc = CASE WHEN rowid = 9 THEN 'NaN'::DOUBLE ELSE adc END", "column adc, row 9 = NaN", "not finite")]
    [InlineData("t_us = CASE WHEN rowid = 9 THEN 5e4 ELSE t_us END", "column t_us, row 9 = 50000", "more than 1 ms")]
    [InlineData("t_us = CASE WHEN rowid = 9 THEN NULL ELSE t_us END", "column t_us", "null")]
    [InlineData("trigger_s = CASE WHEN rowid = 9 THEN 99 ELSE trigger_s END", "column trigger_s, row 9 = 99", "another trigger time")]
    public void A_row_that_cannot_be_is_named(string change, string place, string why)
    {
        string file = Foreign("parquet", change);
        InvalidSpecificationException refused = Assert.Throws<InvalidSpecificationException>(() => Importer(Mapping).Import(file, Named("set"), null, CancellationToken.None));
        Assert.StartsWith($"{file}: row group 0, {place}", refused.Message, StringComparison.Ordinal);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Named("set")));
    }

    [Fact]
    public void Faults_of_a_csv_name_the_line()
    {
        string file = Foreign("csv", "true");
        string[] lines = File.ReadAllLines(file);
        lines[12] = lines[12][..lines[12].LastIndexOf(',')];
        File.WriteAllLines(file, lines);
        InvalidSpecificationException refused = Assert.Throws<InvalidSpecificationException>(() => Importer(Mapping).Import(file, Named("set"), null, CancellationToken.None));
        Assert.StartsWith($"{file}: line 13 ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"adc\", \"unit\"", "\"charge\", \"unit\"", "column charge is not usable (the file has no such column); its columns are evt, ")]
    [InlineData("\"unit\": \"adc\"", "\"unit\": \"pe\"", "$.charge.unitsPerPe")]
    [InlineData("\"value\": 128", "\"value\": -1", "it must be positive")]
    [InlineData("\"startNs\": -200", "\"startNs\": 600", "$.run.window")]
    [InlineData("\"number\": 42", "\"number\": 16777216", "$.run.number")]
    [InlineData("\"unit\": \"us\"", "\"unit\": \"fortnight\"", "$.time.unit")]
    [InlineData("\"summary\"", "\"summery\"", "summery")]
    [InlineData("\"numberColumn\": \"evt\", \"triggerTime\": { \"column\": \"trigger_s\", \"unit\": \"s\" }", "", "nothing says which hits are one event")]
    [InlineData("\"map\": \"channels.csv\"", "\"map\": \"nonesuch.csv\"", "nonesuch.csv")]
    public void A_wrong_mapping_is_one_sentence(string words, string instead, string expected)
    {
        string file = Foreign("parquet", "true");
        InvalidSpecificationException refused = Assert.Throws<InvalidSpecificationException>(
            () => Importer(Mapping.Replace(words, instead, StringComparison.Ordinal)).Import(file, Named("set"), null, CancellationToken.None));
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    private HitTableImporter Importer(string mapping)
    {
        File.WriteAllText(_mapping, mapping);
        return new HitTableImporter(_mapping, Detector, "0.0-test");
    }

    private static void RequireSame(HitBatch expected, string folder)
    {
        using var source = ParquetEventSource.Open(folder);
        Assert.Equal(new EventRun(42, Detector.Name, Detector.Photosensors.Length, "laser", null) { Window = new ReadoutWindow(-200, 500) }, source.Run);
        var (events, hits) = EventSamples.Flatten([expected]);
        var (foundEvents, foundHits) = EventSamples.Flatten(source.Read(CancellationToken.None));
        Assert.Equal(events.Select(e => (e.Number, e.Hits)), foundEvents.Select(e => (e.Number, e.Hits)));
        Assert.All(events.Zip(foundEvents), pair => Assert.Equal(pair.First.TriggerNs, pair.Second.TriggerNs, 1e-3));
        Assert.Equal(hits.Select(hit => (hit.Channel, hit.Pe)), foundHits.Select(hit => (hit.Channel, hit.Pe)));
        Assert.All(hits.Zip(foundHits), pair => Assert.Equal(pair.First.Ns, pair.Second.Ns, 1e-4f));
    }

    /// <summary>The events as DuckDB writes them, with other names and units, after an update of the table.</summary>
    private string Foreign(string format, string change)
    {
        string set = EventSamples.Write(Path.Combine(_folder.Path, $"own-{Guid.NewGuid():N}"), EventSamples.Measured, _batch);
        string file = Path.Combine(_folder.Path, "hits." + format);
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture,
            $"""
            CREATE TABLE t AS
            SELECT h.event_number::BIGINT AS evt, e.trigger_time_ns * 1e-9 AS trigger_s, e.trigger_time_ns AS trigger_ns, (1000 + 3 * channel)::SMALLINT AS pmt,
                   charge_pe::DOUBLE * 128 AS adc, time_ns::DOUBLE * 1e-3 AS t_us, e.trigger_time_ns + time_ns AS t_run_ns
            FROM '{Path.Combine(set, "hits.parquet")}' h JOIN '{Path.Combine(set, "events.parquet")}' e USING (event_number) ORDER BY h.file_row_number;
            {(change == "true" ? string.Empty : $"UPDATE t SET {change};")}
            COPY t TO '{file}' ({(format == "csv" ? "FORMAT csv, HEADER" : "FORMAT parquet, ROW_GROUP_SIZE 122880")});
            """).Replace($"'{Path.Combine(set, "hits.parquet")}' h", $"read_parquet('{Path.Combine(set, "hits.parquet")}', file_row_number = true) h", StringComparison.Ordinal);
        command.ExecuteNonQuery();
        return file;
    }

    private string Named(string name) => Path.Combine(_folder.Path, name);
}
