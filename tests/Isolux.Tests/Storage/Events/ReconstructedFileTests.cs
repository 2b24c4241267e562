using Isolux.Events.Reconstructed;
using Isolux.Quantities;
using Isolux.Storage.Events;
using Xunit;

namespace Isolux.Tests.Storage.Events;

public sealed class ReconstructedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Interrupted_and_resumed_it_reads_back_and_has_the_same_bytes()
    {
        ReconstructedEvent[] events = [.. Enumerable.Range(0, 40_000).Select(Event)];
        string whole = Write("whole", events, events.Length);
        string resumed = Write("resumed", events, 33_000);
        using var source = ParquetReconstructedSource.Open(resumed);
        Assert.Equal(EventSamples.Measured, source.Run);
        Assert.Equal(events, source.Read(CancellationToken.None).SelectMany(rows => rows));
        Assert.Equal(File.ReadAllBytes(Path.Combine(whole, "reconstructed.parquet")), File.ReadAllBytes(Path.Combine(resumed, "reconstructed.parquet")));
    }

    [Fact]
    public void A_converged_event_without_a_vertex_is_not_written()
    {
        using var sink = ParquetReconstructedSink.Create(Path.Combine(_folder.Path, "reco"), EventSamples.Measured, EventSamples.Origin);
        ReconstructedEvent nowhere = Event(1) with { Vertex = new Position(double.NaN, 0, 0), Status = RecoStatus.Converged };
        Assert.Throws<ArgumentException>(() => sink.Write([nowhere]));
        sink.Write([nowhere with { Status = RecoStatus.TooFewHits }]);
        Assert.Throws<ArgumentException>(() => sink.Write([Event(1)]));
    }

    private static ReconstructedEvent Event(int i) => new(
        (uint)i, (RecoStatus)(i % 4), new Position(i, -i, 0.5 * i), 80.0 + (i % 7), VisibleEnergy.FromMeV(0.001 * i), 0.03, i % 300, 1.3 * i);

    private string Write(string name, ReconstructedEvent[] events, int interruptedAfter)
    {
        string path = Path.Combine(_folder.Path, name);
        using (var begun = ParquetReconstructedSink.Create(path, EventSamples.Measured, EventSamples.Origin))
        {
            begun.Write(events.AsSpan(0, interruptedAfter));
        }

        using var sink = ParquetReconstructedSink.Create(path, EventSamples.Measured, EventSamples.Origin);
        Assert.Equal(interruptedAfter / 16_384 * 16_384, sink.EventCount);
        sink.Write(events);
        sink.Complete();
        return path;
    }
}
