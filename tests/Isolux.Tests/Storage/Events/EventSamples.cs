using CsCheck;
using Isolux.Events.Hits;
using Isolux.Quantities;
using Isolux.Storage.Events;

namespace Isolux.Tests.Storage.Events;

/// <summary>Events to write and read.</summary>
internal static class EventSamples
{
    public const int Channels = 1_000;

    public static EventOrigin Origin { get; } = new("0.0-test", "detector", "inputs");

    public static EventRun Simulated { get; } = new(7, "ball", Channels, "laser", 12345);

    public static EventRun Measured { get; } = Simulated with { Seed = null };

    /// <summary>Any batch, numbers from 0.</summary>
    public static Gen<HitBatch> Batch { get; } =
        Gen.Int[0, 20].Array[0, 40].SelectMany(counts =>
        {
            int hits = counts.Sum();
            return Gen.Select(
                Gen.UInt[1, 1000].Array[counts.Length],
                Gen.Double[-1e12, 1e12].Array[counts.Length],
                Gen.Int[0, Channels - 1].Array[hits],
                Gen.Float[-1e6f, 1e6f].Array[hits],
                Gen.Float[-1e4f, 1e4f].Array[hits],
                (steps, triggers, channels, charges, times) =>
                    new HitBatch(Sums(steps), triggers, [0, .. Sums([.. counts.Select(c => (uint)c)]).Select(s => (int)s)], channels, charges, times));
        });

    /// <summary>A batch of many hits from plain arithmetic.</summary>
    public static HitBatch Regular(uint firstEvent, int events, int hitsPerEvent)
    {
        int hits = events * hitsPerEvent;
        return new HitBatch(
            [.. Enumerable.Range(0, events).Select(i => firstEvent + (uint)i)],
            [.. Enumerable.Range(0, events).Select(i => 1e6 * (firstEvent + i))],
            [.. Enumerable.Range(0, events + 1).Select(i => i * hitsPerEvent)],
            [.. Enumerable.Range(0, hits).Select(i => (int)(((i * 7919L) + firstEvent) % Channels))],
            [.. Enumerable.Range(0, hits).Select(i => 1f + (i % 101 * 0.01f))],
            [.. Enumerable.Range(0, hits).Select(i => (i % 997 * 0.37f) - 50f)]);
    }

    public static EventTruth[] TruthOf(HitBatch batch) =>
        [.. batch.EventNumbers.ToArray().Select(n => new EventTruth(n, Position.FromMetres(0.001 * n, -1, 2), 1.5, 1.25, (int)n, -3.5))];

    /// <summary>Writes a whole folder.</summary>
    public static string Write(string folder, EventRun run, params HitBatch[] batches)
    {
        using var sink = ParquetEventSink.Create(folder, run, Origin);
        foreach (HitBatch batch in batches)
        {
            sink.Write(batch, run.Seed is null ? [] : TruthOf(batch));
        }

        sink.Complete();
        return folder;
    }

    /// <summary>All rows of hits and events, to compare.</summary>
    public static (List<(uint Number, double TriggerNs, int Hits)> Events, List<(int Channel, float Pe, float Ns)> Hits) Flatten(IEnumerable<HitBatch> batches)
    {
        List<(uint, double, int)> events = [];
        List<(int, float, float)> hits = [];
        foreach (HitBatch batch in batches)
        {
            for (int i = 0; i < batch.Count; i++)
            {
                HitView view = batch[i];
                events.Add((view.EventNumber, view.TriggerTimeNs, view.Channels.Length));
                for (int h = 0; h < view.Channels.Length; h++)
                {
                    hits.Add((view.Channels[h], view.ChargesPe[h], view.TimesNs[h]));
                }
            }
        }

        return (events, hits);
    }

    private static uint[] Sums(uint[] steps)
    {
        uint[] sums = new uint[steps.Length];
        for (int i = 0; i < steps.Length; i++)
        {
            sums[i] = steps[i] + (i > 0 ? sums[i - 1] : 0);
        }

        return sums;
    }
}
