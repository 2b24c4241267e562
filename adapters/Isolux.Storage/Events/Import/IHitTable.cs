namespace Isolux.Storage.Events.Import;

/// <summary>A user's table of hits.</summary>
internal interface IHitTable : IDisposable
{
    /// <summary>Reads all rows, some at a time.</summary>
    IEnumerable<HitRows> Read(CancellationToken cancellation);
}
