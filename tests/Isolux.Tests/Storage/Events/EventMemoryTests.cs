using Isolux.Events.Hits;
using Isolux.Storage.Events;
using Xunit;

namespace Isolux.Tests.Storage.Events;

public sealed class EventMemoryTests : IDisposable
{
    private const int Groups = 16;

    // Two row groups of decoded hits (16 MB each) and the buffers that the format's library keeps for reuse; sixteen groups would be 256 MB.
    private const long Allowed = 128L << 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Writing_and_reading_keep_no_more_than_a_few_row_groups()
    {
        string path = Path.Combine(_folder.Path, "set");
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        using (var sink = ParquetEventSink.Create(path, EventSamples.Measured, EventSamples.Origin))
        {
            for (uint i = 0; i < Groups * 16; i++)
            {
                sink.Write(EventSamples.Regular(i * 128, 128, 512), []);
                most = i % 16 == 15 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before) : most;
            }

            sink.Complete();
        }

        Assert.InRange(most, 0, Allowed);
        using var source = ParquetEventSource.Open(path);
        Assert.Equal(Groups, source.Read(CancellationToken.None).Count());
        most = 0;
        foreach (HitBatch batch in source.Read(CancellationToken.None))
        {
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            Assert.Equal(1 << 20, batch.Channels.Length);
        }

        Assert.InRange(most, 1 << 24, Allowed);
    }
}
