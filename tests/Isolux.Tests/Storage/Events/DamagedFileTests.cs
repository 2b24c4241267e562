using DuckDB.NET.Data;
using Isolux.Detector;
using Isolux.Events.Hits;
using Isolux.Storage.Events;
using Xunit;

namespace Isolux.Tests.Storage.Events;

/// <summary>A file that is cut, changed or of another kind is one sentence that names file and place, whatever the damage.</summary>
public sealed class DamagedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _set;

    public DamagedFileTests() =>
        _set = EventSamples.Write(Path.Combine(_folder.Path, "set"), EventSamples.Simulated, EventSamples.Regular(0, 40, 25), EventSamples.Regular(40, 40, 25));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("hits")]
    [InlineData("events")]
    [InlineData("truth")]
    public void Cut_at_any_byte_it_is_refused(string table)
    {
        string file = File(table);
        byte[] whole = System.IO.File.ReadAllBytes(file);
        int step = Math.Max(1, whole.Length / 200);
        for (int length = 0; length < whole.Length; length += step)
        {
            System.IO.File.WriteAllBytes(file, whole[..length]);
            RequireNamed(Assert.Throws<InvalidSpecificationException>(() => ReadAll()), file, "footer");
        }

        System.IO.File.WriteAllBytes(file, whole);
        ReadAll();
    }

    [Theory]
    [InlineData("hits")]
    [InlineData("events")]
    public void Changed_at_any_byte_it_is_read_or_refused_with_a_name(string table)
    {
        // A changed value inside its range cannot be seen: the format has no checksums that this reader checks.
        string file = File(table);
        byte[] whole = System.IO.File.ReadAllBytes(file);
        int step = Math.Max(1, whole.Length / 300);
        int refused = 0;
        for (int i = 0; i < whole.Length; i += step)
        {
            byte[] changed = [.. whole];
            changed[i] ^= 0x5A;
            System.IO.File.WriteAllBytes(file, changed);
            if (Record.Exception(() => ReadAll()) is { } exception)
            {
                refused++;
                Assert.Contains(".parquet: ", Assert.IsType<InvalidSpecificationException>(exception).Message, StringComparison.Ordinal);
            }
        }

        Assert.True(refused > 50, $"only {refused} changes were seen");
    }

    [Theory]
    [InlineData("REPLACE (channel::DOUBLE AS channel)", "column channel is not usable (its type is float64, not int32)")]
    [InlineData("REPLACE (charge_pe::DOUBLE AS charge_pe)", "column charge_pe is not usable (its type is float64, not float32)")]
    [InlineData("REPLACE (event_number::BIGINT AS event_number)", "column event_number is not usable (its type is int64, not uint32)")]
    [InlineData("REPLACE ([channel] AS channel)", "column channel is not usable (the file has no such column)")]
    [InlineData("RENAME (channel AS pmt)", "column channel is not usable (the file has no such column)")]
    public void A_column_of_another_type_is_named(string change, string why)
    {
        Rewrite("hits", $"SELECT * {change} FROM t", keepMetadata: true);
        RequireNamed(Assert.Throws<InvalidSpecificationException>(() => ReadAll()), File("hits"), why);
    }

    [Theory]
    [InlineData("charge_pe = CASE WHEN rowid = 1234 THEN 'NaN'::FLOAT ELSE charge_pe END", "row group 0, column charge_pe, row 1234 = NaN", "it is not finite")]
    [InlineData("time_ns = CASE WHEN rowid = 77 THEN '-Infinity'::FLOAT ELSE time_ns END", "row group 0, column time_ns, row 77 = -Infinity", "it is not finite")]
    [InlineData("channel = CASE WHEN rowid = 5 THEN 1000 ELSE channel END", "row group 0, column channel, row 5 = 1000", "the run has channels from 0 to 999")]
    [InlineData("channel = CASE WHEN rowid = 5 THEN -1 ELSE channel END", "row group 0, column channel, row 5 = -1", "the run has channels from 0 to 999")]
    [InlineData("channel = CASE WHEN rowid = 5 THEN NULL ELSE channel END", "row group 0, column channel", "row 5 is null")]
    [InlineData("event_number = CASE WHEN rowid = 30 THEN 3 ELSE event_number END", "row group 0, column event_number, row 30 = 3", "expects event 1 there")]
    public void A_hit_that_cannot_be_is_named(string change, string place, string why)
    {
        Rewrite("hits", $"UPDATE t SET {change}; SELECT * FROM t", keepMetadata: true);
        InvalidSpecificationException refused = Assert.Throws<InvalidSpecificationException>(() => ReadAll());
        RequireNamed(refused, File("hits"), place);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("event_number = 79 - event_number", "row group 0, column event_number, row 1 = 78", "numbers of events must rise")]
    [InlineData("hit_count = CASE WHEN rowid = 3 THEN -25 ELSE hit_count END", "row group 0, column hit_count, row 3 = -25", "negative")]
    [InlineData("trigger_time_ns = 'NaN'::DOUBLE", "row group 0, column trigger_time_ns, row 0 = NaN", "not finite")]
    public void An_event_that_cannot_be_is_named(string change, string place, string why)
    {
        Rewrite("events", $"UPDATE t SET {change}; SELECT * FROM t", keepMetadata: true);
        InvalidSpecificationException refused = Assert.Throws<InvalidSpecificationException>(() => ReadAll());
        RequireNamed(refused, File("events"), place);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hits_that_are_missing_are_named()
    {
        Rewrite("hits", "SELECT * FROM t LIMIT 1999", keepMetadata: true);
        RequireNamed(Assert.Throws<InvalidSpecificationException>(() => ReadAll()), File("hits"), "the events of this row group have 2000");
    }

    [Fact]
    public void A_file_of_another_program_is_sent_to_import()
    {
        Rewrite("hits", "SELECT * FROM t", keepMetadata: false);
        RequireNamed(Assert.Throws<InvalidSpecificationException>(() => ReadAll()), File("hits"), "isolux import");
        System.IO.File.WriteAllText(File("hits"), "event,channel,charge\n1,2,3\n");
        RequireNamed(Assert.Throws<InvalidSpecificationException>(() => ReadAll()), File("hits"), "no Parquet file");
    }

    [Fact]
    public void Files_of_different_runs_do_not_go_together()
    {
        string other = EventSamples.Write(Path.Combine(_folder.Path, "other"), EventSamples.Simulated with { Seed = 2 }, EventSamples.Regular(0, 80, 25));
        System.IO.File.Copy(Path.Combine(other, "events.parquet"), File("events"), overwrite: true);
        RequireNamed(Assert.Throws<InvalidSpecificationException>(() => ReadAll()), File("events"), "put files of one run into one folder");
        System.IO.File.Copy(File("truth"), File("events"), overwrite: true);
        RequireNamed(Assert.Throws<InvalidSpecificationException>(() => ReadAll()), File("events"), "the table 'events' is expected here");
    }

    [Fact]
    public void A_missing_folder_or_an_interrupted_one_is_named()
    {
        Assert.Contains("does not exist", Assert.Throws<InvalidSpecificationException>(() => ParquetEventSource.Open(Path.Combine(_folder.Path, "none"))).Message, StringComparison.Ordinal);
        string begun = Path.Combine(_folder.Path, "begun");
        ParquetEventSink.Create(begun, EventSamples.Simulated, EventSamples.Origin).Dispose();
        Assert.Contains("interrupted", Assert.Throws<InvalidSpecificationException>(() => ParquetEventSource.Open(begun)).Message, StringComparison.Ordinal);
    }

    private static void RequireNamed(InvalidSpecificationException refused, string file, string words)
    {
        Assert.StartsWith(file + ": ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    private void ReadAll()
    {
        using var source = ParquetEventSource.Open(_set);
        foreach (HitBatch batch in source.Read(CancellationToken.None))
        {
            Assert.True(batch.Count > 0);
        }

        foreach (var rows in source.ReadTruth(CancellationToken.None))
        {
            Assert.NotEmpty(rows);
        }
    }

    /// <summary>Changes a table by another program.</summary>
    private void Rewrite(string table, string sql, bool keepMetadata)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Execute($"CREATE TABLE t AS SELECT * FROM '{File(table)}'");
        var pairs = new List<string>();
        using (DuckDBCommand command = connection.CreateCommand())
        {
            command.CommandText = $"SELECT decode(key), decode(value) FROM parquet_kv_metadata('{File(table)}')";
            using DuckDBDataReader rows = command.ExecuteReader();
            while (rows.Read())
            {
                pairs.Add($"\"{rows.GetString(0)}\": '{rows.GetString(1)}'");
            }
        }

        string[] statements = sql.Split("; ");
        foreach (string statement in statements.SkipLast(1))
        {
            Execute(statement);
        }

        string metadata = keepMetadata ? $", KV_METADATA {{{string.Join(", ", pairs)}}}" : string.Empty;
        Execute($"COPY ({statements[^1]}) TO '{File(table)}' (FORMAT parquet, COMPRESSION snappy{metadata})");

        void Execute(string text)
        {
            using DuckDBCommand command = connection.CreateCommand();
            command.CommandText = text;
            command.ExecuteNonQuery();
        }
    }

    private string File(string table) => Path.Combine(_set, table + ".parquet");
}
