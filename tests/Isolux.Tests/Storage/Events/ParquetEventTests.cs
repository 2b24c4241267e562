using CsCheck;
using Isolux.Events.Hits;
using Isolux.Storage.Events;
using Isolux.Storage.Output;
using Xunit;

namespace Isolux.Tests.Storage.Events;

public sealed class ParquetEventTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_written_is_read()
    {
        int count = 0;
        EventSamples.Batch.Sample(
            batch =>
            {
                string path = EventSamples.Write(Named($"set{Interlocked.Increment(ref count)}"), EventSamples.Simulated, batch);
                using var source = ParquetEventSource.Open(path);
                Assert.Equal(EventSamples.Simulated, source.Run);
                Assert.Equal(EventSamples.Origin, source.Origin);
                var expected = EventSamples.Flatten([batch]);
                var found = EventSamples.Flatten(source.Read(CancellationToken.None));
                Assert.Equal(expected.Events, found.Events);
                Assert.Equal(expected.Hits, found.Hits);
                Assert.Equal(EventSamples.TruthOf(batch), source.ReadTruth(CancellationToken.None).SelectMany(rows => rows));
            },
            iter: 50,
            threads: 1,
            seed: "0000KOIXf5O0");
    }

    [Fact]
    public void Bytes_do_not_depend_on_batches()
    {
        HitBatch[] small = [.. Enumerable.Range(0, 60).Select(i => EventSamples.Regular((uint)i * 50, 50, 500))];
        string one = EventSamples.Write(Named("one"), EventSamples.Simulated, small);
        string other = EventSamples.Write(Named("other"), EventSamples.Simulated, [.. small.SelectMany(Single)]);
        RequireSameBytes(one, other);
        using var source = ParquetEventSource.Open(one);
        Assert.Equal(2, source.Read(CancellationToken.None).Count());
        Assert.Equal(1_500_000, source.HitCount);
        Assert.Equal(3_000, source.EventCount);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_999)]
    [InlineData(2_500)]
    [InlineData(4_200)]
    public void Interrupted_writing_goes_on_to_the_same_bytes(int interruptedAfter)
    {
        HitBatch[] events = [.. Enumerable.Range(0, 4_300).Select(i => EventSamples.Regular((uint)i, 1, 700))];
        string whole = EventSamples.Write(Named("whole"), EventSamples.Simulated, events);
        string path = Named("interrupted");
        using (var sink = ParquetEventSink.Create(path, EventSamples.Simulated, EventSamples.Origin))
        {
            foreach (HitBatch batch in events.Take(interruptedAfter))
            {
                sink.Write(batch, EventSamples.TruthOf(batch));
            }
        }

        // What a killed process leaves behind the last checkpoint.
        using (FileStream torn = File.Open(Path.Combine(path + ".partial", "hits.parquet"), FileMode.Append))
        {
            torn.Write(new byte[1234]);
        }

        Assert.False(Directory.Exists(path));
        using (var sink = ParquetEventSink.Create(path, EventSamples.Simulated, EventSamples.Origin))
        {
            Assert.Equal(interruptedAfter / 1_497 * 1_497, sink.EventCount);
            foreach (HitBatch batch in events.Skip((int)sink.EventCount))
            {
                sink.Write(batch, EventSamples.TruthOf(batch));
            }

            sink.Complete();
        }

        RequireSameBytes(whole, path);
        Assert.False(Directory.Exists(path + ".partial"));
        using var again = ParquetEventSink.Create(path, EventSamples.Simulated, EventSamples.Origin);
        Assert.True(again.IsComplete);

        // Killed between taking its name and forgetting its journal.
        string journal = Path.Combine(path, "journal.json");
        File.WriteAllText(journal, "{}");
        using var once = ParquetEventSink.Create(path, EventSamples.Simulated, EventSamples.Origin);
        Assert.True(once.IsComplete);
        Assert.False(File.Exists(journal));
    }

    [Fact]
    public void Other_work_of_the_same_name_is_refused()
    {
        string path = EventSamples.Write(Named("set"), EventSamples.Simulated, EventSamples.Regular(0, 3, 5));
        OutputException refused = Assert.Throws<OutputException>(() => ParquetEventSink.Create(path, EventSamples.Simulated with { Seed = 2 }, EventSamples.Origin));
        Assert.Contains("isolux.seed is '12345' there and '2' now", refused.Message, StringComparison.Ordinal);
        string begun = Named("begun");
        ParquetEventSink.Create(begun, EventSamples.Simulated, EventSamples.Origin).Dispose();
        Assert.Throws<OutputException>(() => ParquetEventSink.Create(begun, EventSamples.Measured, EventSamples.Origin));
        using var open = ParquetEventSink.Create(begun, EventSamples.Simulated, EventSamples.Origin);
        OutputException busy = Assert.Throws<OutputException>(() => ParquetEventSink.Create(begun, EventSamples.Simulated, EventSamples.Origin));
        Assert.Contains("another process", busy.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_that_cannot_be_are_not_written()
    {
        using var sink = ParquetEventSink.Create(Named("set"), EventSamples.Measured, EventSamples.Origin);
        sink.Write(EventSamples.Regular(5, 2, 3), []);
        Assert.Throws<ArgumentException>(() => sink.Write(EventSamples.Regular(6, 1, 3), []));
        Assert.Throws<ArgumentException>(() => sink.Write(new HitBatch([9], [0], [0, 1], [EventSamples.Channels], [1], [1]), []));
        Assert.Throws<ArgumentException>(() => sink.Write(new HitBatch([9], [0], [0, 1], [-1], [1], [1]), []));
        Assert.Throws<ArgumentException>(() => sink.Write(new HitBatch([9], [0], [0, 1], [1], [float.NaN], [1]), []));
        Assert.Throws<ArgumentException>(() => sink.Write(new HitBatch([9], [0], [0, 1], [1], [1], [float.PositiveInfinity]), []));
        Assert.Throws<ArgumentException>(() => sink.Write(new HitBatch([9], [double.NaN], [0, 0], [], [], []), []));
        Assert.Throws<ArgumentException>(() => sink.Write(EventSamples.Regular(9, 1, 1), EventSamples.TruthOf(EventSamples.Regular(9, 1, 1))));
        Assert.Equal(2, sink.EventCount);
    }

    private static IEnumerable<HitBatch> Single(HitBatch batch)
    {
        for (int i = 0; i < batch.Count; i++)
        {
            HitView view = batch[i];
            yield return new HitBatch(
                [view.EventNumber], [view.TriggerTimeNs], [0, view.Channels.Length], view.Channels.ToArray(), view.ChargesPe.ToArray(), view.TimesNs.ToArray());
        }
    }

    private static void RequireSameBytes(string expected, string found)
    {
        string[] files = [.. Directory.GetFiles(expected).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];
        Assert.Equal(["events.parquet", "hits.parquet", "truth.parquet"], files);
        Assert.Equal(files, Directory.GetFiles(found).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.True(
            File.ReadAllBytes(Path.Combine(expected, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(found, file))), file + " differs"));
    }

    private string Named(string name) => Path.Combine(_folder.Path, name);
}
