using System.Collections.Immutable;

namespace Isolux.Campaign.Engine;

/// <summary>Where a run keeps its documents and its checkpoint.</summary>
public interface IRunJournal
{
    /// <summary>The checkpoint of an unfinished run; documents written after it are dropped. Null where there is none.</summary>
    Checkpoint? Load();

    /// <summary>Keeps documents and then the checkpoint that counts them: after a crash either both count or neither.</summary>
    void Save(Checkpoint checkpoint, ImmutableArray<RunDocument> documents);
}
