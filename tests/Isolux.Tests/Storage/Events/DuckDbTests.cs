using DuckDB.NET.Data;
using Isolux.Events.Hits;
using Xunit;

namespace Isolux.Tests.Storage.Events;

/// <summary>Another program's reader sees the same rows, types and units.</summary>
public sealed class DuckDbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly HitBatch _batch = EventSamples.Regular(3, 2_500, 600);
    private readonly string _set;

    public DuckDbTests()
    {
        _connection.Open();
        _set = EventSamples.Write(Path.Combine(_folder.Path, "set"), EventSamples.Simulated, _batch);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void It_reads_the_same_hits()
    {
        var (_, expected) = EventSamples.Flatten([_batch]);
        using DuckDBDataReader rows = Query($"SELECT event_number, channel, charge_pe, time_ns FROM '{File("hits")}'");
        for (int i = 0; i < expected.Count; i++)
        {
            Assert.True(rows.Read());
            Assert.Equal(3u + (uint)(i / 600), rows.GetFieldValue<uint>(0));
            Assert.Equal(expected[i], (rows.GetInt32(1), rows.GetFloat(2), rows.GetFloat(3)));
        }

        Assert.False(rows.Read());
    }

    [Fact]
    public void It_joins_events_hits_and_truth()
    {
        using DuckDBDataReader rows = Query(
            $"""
            SELECT count(*), sum(hits), sum(e.hit_count), min(e.trigger_time_ns), max(t.x_mm), sum(CAST(t.lpmt_photo_electrons AS BIGINT))
            FROM '{File("events")}' e
            JOIN (SELECT event_number, count(*) AS hits FROM '{File("hits")}' GROUP BY event_number) h USING (event_number)
            JOIN '{File("truth")}' t USING (event_number)
            WHERE h.hits = e.hit_count AND t.kinetic_energy_mev = 1.5 AND t.start_time_ns = -3.5
            """);
        Assert.True(rows.Read());
        Assert.Equal(2_500, rows.GetInt64(0));
        Assert.Equal("1500000", $"{rows.GetValue(1)}");
        Assert.Equal("1500000", $"{rows.GetValue(2)}");
        Assert.Equal(3e6, rows.GetDouble(3));
        Assert.Equal(2502.0, rows.GetDouble(4), 1e-9);
        Assert.Equal($"{Enumerable.Range(3, 2_500).Sum()}", $"{rows.GetValue(5)}");
    }

    [Fact]
    public void It_sees_run_and_units()
    {
        using DuckDBDataReader rows = Query($"SELECT decode(key), decode(value) FROM parquet_kv_metadata('{File("hits")}')");
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            pairs[rows.GetString(0)] = rows.GetString(1);
        }

        Assert.Equal("1", pairs["isolux.formatVersion"]);
        Assert.Equal("hits", pairs["isolux.table"]);
        Assert.Equal("7", pairs["isolux.runNumber"]);
        Assert.Equal("12345", pairs["isolux.seed"]);
        Assert.Equal("detector", pairs["isolux.detectorDigest"]);
        Assert.Equal("PE", pairs["isolux.unit.charge_pe"]);
        Assert.Equal("ns", pairs["isolux.unit.time_ns"]);
    }

    [Fact]
    public void It_sees_row_groups_compressed_with_snappy_and_units_of_columns()
    {
        using DuckDBDataReader rows = Query(
            $"SELECT count(DISTINCT row_group_id), bool_and(compression = 'SNAPPY'), string_agg(DISTINCT CAST(key_value_metadata AS VARCHAR), ';') FROM parquet_metadata('{File("hits")}')");
        Assert.True(rows.Read());
        Assert.Equal(2, rows.GetInt64(0));
        Assert.True(rows.GetBoolean(1));
        Assert.Contains("unit", rows.GetString(2), StringComparison.Ordinal);
        Assert.Contains("PE", rows.GetString(2), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_hold_no_nulls()
    {
        foreach (string table in new[] { "hits", "events", "truth" })
        {
            using DuckDBDataReader rows = Query($"SELECT count(*) FROM parquet_schema('{File(table)}') WHERE type IS NOT NULL AND repetition_type <> 'REQUIRED'");
            Assert.True(rows.Read());
            Assert.Equal(0, rows.GetInt64(0));
        }
    }

    private string File(string table) => Path.Combine(_set, table + ".parquet");

    private DuckDBDataReader Query(string sql)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteReader();
    }
}
