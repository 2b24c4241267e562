using System.Collections.Immutable;
using Isolux.Campaign.Engine;
using Isolux.Storage.Output;

namespace Isolux.Storage.Campaigns;

/// <summary>
/// A run's record in a folder: <c>documents.jsonl</c>, one document a line, and <c>checkpoint.json</c>, which says how many of the lines count. Lines are on
/// the disk before the checkpoint that counts them, and lines that no checkpoint counts are cut off: a crash at any moment loses nothing and doubles nothing.
/// </summary>
public sealed class FolderRunJournal : IRunJournal
{
    private const byte LineEnd = (byte)'\n';
    private readonly string _documents;
    private readonly string _checkpoint;

    /// <summary>The record in a folder.</summary>
    /// <param name="folder">Folder; created where it is missing.</param>
    /// <exception cref="OutputException">It cannot be written to.</exception>
    public FolderRunJournal(string folder)
    {
        OutputFolder.EnsureWritable(folder);
        _documents = Path.Combine(folder, "documents.jsonl");
        _checkpoint = Path.Combine(folder, "checkpoint.json");
    }

    /// <summary>Whether a run was begun here.</summary>
    public bool HasRun => File.Exists(_checkpoint);

    /// <inheritdoc/>
    /// <exception cref="OutputException">The checkpoint or the documents cannot be read.</exception>
    public Checkpoint? Load()
    {
        if (!HasRun)
        {
            File.Delete(_documents);
            return null;
        }

        var checkpoint = OutputJson.Read<Checkpoint>(_checkpoint);
        using var stream = new FileStream(_documents, FileMode.Open, FileAccess.ReadWrite);
        int lines = 0;
        while (lines < checkpoint.Documents)
        {
            int next = stream.ReadByte();
            if (next < 0)
            {
                throw new OutputException($"the file {_documents} holds {lines} of {checkpoint.Documents} documents (it was changed) restore it or begin anew in another folder.");
            }

            lines += next == LineEnd ? 1 : 0;
        }

        stream.SetLength(stream.Position);
        return checkpoint;
    }

    /// <inheritdoc/>
    public void Save(Checkpoint checkpoint, ImmutableArray<RunDocument> documents)
    {
        if (documents.Length > 0)
        {
            using var stream = new FileStream(_documents, FileMode.Append, FileAccess.Write);
            foreach (RunDocument document in documents)
            {
                stream.Write([.. document.ToJson(), LineEnd]);
            }

            stream.Flush(flushToDisk: true);
        }

        AtomicFile.WriteText(_checkpoint, OutputJson.Write(checkpoint));
    }
}
