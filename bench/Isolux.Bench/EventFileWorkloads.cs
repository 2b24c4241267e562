using Isolux.Detector;
using Isolux.Events.Hits;
using Isolux.Storage.Documents;
using Isolux.Storage.Events;
using Isolux.Storage.Events.Import;

namespace Isolux.Bench;

/// <summary>Events into and out of Parquet files, beside a plain copy of the same hits in memory.</summary>
internal static class EventFileWorkloads
{
    private const int Channels = 17_612;
    private const int EventsPerBatch = 350;
    private const int HitsPerEvent = 3_000;
    private const int Batches = 12;
    private const long Hits = (long)EventsPerBatch * HitsPerEvent * Batches;
    private const double Goal = 10e6;

    private const string Mapping =
        """
        {
          "formatVersion": 1,
          "summary": "our own hits under their own names",
          "run": { "number": 1, "sourceName": "bench" },
          "event": { "numberColumn": "event_number" },
          "channel": { "column": "channel" },
          "charge": { "column": "charge_pe", "unit": "pe" },
          "time": { "column": "time_ns", "unit": "ns" }
        }
        """;

    public static IEnumerable<Measurement> All()
    {
        string folder = Directory.CreateTempSubdirectory("isolux-bench-").FullName;
        try
        {
            HitBatch[] batches = [.. Enumerable.Range(0, Batches).Select(Batch)];
            string written = Path.Combine(folder, "written");
            string imported = Path.Combine(folder, "imported");
            string mapping = Path.Combine(folder, "mapping.json");
            File.WriteAllText(mapping, Mapping);
            DetectorDescription detector = DetectorLoader.Load("toy-balls", []);
            yield return new Measurement("hits copied in memory", "hits", null, Hits, () => Copy(batches));
            yield return new Measurement("hits written as Parquet", "hits", Goal, Hits, () => Write(written, batches));
            yield return new Measurement("hits read from Parquet", "hits", Goal, Hits, () => Read(written));
            yield return new Measurement("hits imported from Parquet to Parquet", "hits", Goal, Hits, () =>
            {
                Remove(imported);
                new HitTableImporter(mapping, detector, "bench").Import(Path.Combine(written, "hits.parquet"), imported, null, CancellationToken.None);
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static HitBatch Batch(int index)
    {
        const int hits = EventsPerBatch * HitsPerEvent;
        var random = new Numerics.Random.RandomSequence(1, (uint)index, Numerics.Random.RandomStream.Toy, 0, 0);
        int[] channels = new int[hits];
        float[] charges = new float[hits];
        float[] times = new float[hits];
        for (int i = 0; i < hits; i++)
        {
            channels[i] = (int)(random.NextDouble() * Channels);
            charges[i] = (float)(1.0 + (0.3 * random.NextNormal()));
            times[i] = (float)(100.0 + (40.0 * random.NextNormal()));
        }

        uint first = (uint)(index * EventsPerBatch);
        return new HitBatch(
            [.. Enumerable.Range(0, EventsPerBatch).Select(i => first + (uint)i)],
            [.. Enumerable.Range(0, EventsPerBatch).Select(i => 1e7 * (first + i))],
            [.. Enumerable.Range(0, EventsPerBatch + 1).Select(i => i * HitsPerEvent)],
            channels,
            charges,
            times);
    }

    private static void Write(string path, HitBatch[] batches)
    {
        Remove(path);
        using ParquetEventSink sink = ParquetEventSink.Create(path, new EventRun(1, "bench", Channels, "bench", null), new EventOrigin("bench", string.Empty, string.Empty));
        foreach (HitBatch batch in batches)
        {
            sink.Write(batch, []);
        }

        sink.Complete();
    }

    private static void Read(string path)
    {
        using ParquetEventSource source = ParquetEventSource.Open(path);
        long hits = source.Read(CancellationToken.None).Sum(batch => (long)batch.Channels.Length);
        if (hits != Hits)
        {
            throw new InvalidOperationException($"{hits} hits came back of {Hits}.");
        }
    }

    private static void Copy(HitBatch[] batches)
    {
        foreach (HitBatch batch in batches)
        {
            GC.KeepAlive(batch.Channels.ToArray());
            GC.KeepAlive(batch.ChargesPe.ToArray());
            GC.KeepAlive(batch.TimesNs.ToArray());
        }
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
