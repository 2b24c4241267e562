using System.Diagnostics;
using DuckDB.NET.Data;
using Xunit;

namespace Isolux.Tests.Storage.Events;

/// <summary>The program killed while it writes: the same command finishes the work and gives the same bytes.</summary>
public sealed class KilledImportTests : IDisposable
{
    private const string Mapping =
        """
        {
          "formatVersion": 1,
          "summary": "many hits",
          "run": { "number": 1, "sourceName": "laser" },
          "event": { "numberColumn": "evt" },
          "channel": { "column": "pmt" },
          "charge": { "column": "q", "unit": "pe" },
          "time": { "column": "t", "unit": "ns" }
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Killed_at_any_moment_it_is_finished_by_the_same_command()
    {
        string mapping = _folder.Write("mapping.json", Mapping);
        string hits = Path.Combine(_folder.Path, "hits.parquet");
        using (var connection = new DuckDBConnection("DataSource=:memory:"))
        {
            connection.Open();
            using DuckDBCommand command = connection.CreateCommand();
            command.CommandText =
                $"COPY (SELECT i // 400 AS evt, ((i * 7919) % 17612)::INTEGER AS pmt, (1 + (i % 101) / 128)::FLOAT AS q, (i % 997) / 4.0 AS t FROM range(5000000) r(i)) TO '{hits}' (FORMAT parquet)";
            command.ExecuteNonQuery();
        }

        string whole = Path.Combine(_folder.Path, "whole");
        using (Process process = Start(hits, mapping, whole))
        {
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }

        string killed = Path.Combine(_folder.Path, "killed");
        int kills = 0;
        foreach (long bytes in new[] { 1L, 10_000_000L, 25_000_000L })
        {
            using Process process = Start(hits, mapping, killed);
            SpinWait.SpinUntil(() => process.HasExited || Written(killed) >= bytes);
            if (!process.HasExited)
            {
                process.Kill();
                kills++;
            }

            process.WaitForExit();
        }

        Assert.True(kills > 0);
        using (Process process = Start(hits, mapping, killed))
        {
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }

        foreach (string name in new[] { "hits.parquet", "events.parquet" })
        {
            Assert.True(File.ReadAllBytes(Path.Combine(whole, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(killed, name))), name + " differs");
        }

        Assert.Equal(2, Directory.GetFileSystemEntries(killed).Length);
        Assert.False(Directory.Exists(killed + ".partial"));
    }

    private static long Written(string folder)
    {
        var file = new FileInfo(Path.Combine(folder + ".partial", "hits.parquet"));
        return file.Exists ? file.Length : 0;
    }

    private static Process Start(string hits, string mapping, string folder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string word in new[] { Path.Combine(AppContext.BaseDirectory, "isolux.dll"), "import", hits, "--mapping", mapping, "--detector", "toy-balls", "--out", folder })
        {
            start.ArgumentList.Add(word);
        }

        return Process.Start(start)!;
    }
}
