using System.Buffers.Binary;
using System.Security.Cryptography;
using Isolux.Simulation.Response;
using Isolux.Storage.Output;

namespace Isolux.Storage.Cache;

/// <summary>
/// Maps in a folder, one file per digest. Each file carries the SHA-256 of its content; one that was cut short or changed is reported, counts as absent and is
/// replaced by the next write. Several processes may share the folder.
/// </summary>
public sealed class FolderMapStore : IMapStore
{
    private const uint Magic = 0x504D5849; // "IXMP"
    private const int HeaderLength = sizeof(uint) + SHA256.HashSizeInBytes;

    private readonly string _folder;
    private readonly Action<string> _report;

    /// <summary>Uses a folder; it is created by the first write.</summary>
    /// <param name="folder">Folder of the cache.</param>
    /// <param name="report">Receives one sentence for every damaged entry.</param>
    public FolderMapStore(string folder, Action<string> report)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(report);
        _folder = folder;
        _report = report;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The digest is not 64 lower-case hex digits.</exception>
    public byte[]? TryRead(string digest)
    {
        string path = PathOf(digest);
        if (!File.Exists(path))
        {
            return null;
        }

        byte[] file = File.ReadAllBytes(path);
        if (IsIntact(file))
        {
            return file[HeaderLength..];
        }

        _report($"the cached map {path} is damaged (its checksum does not fit) it is built again.");
        return null;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The digest is not 64 lower-case hex digits.</exception>
    /// <exception cref="OutputException">The folder cannot be written to.</exception>
    public void Write(string digest, ReadOnlySpan<byte> content)
    {
        byte[] file = new byte[HeaderLength + content.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(file, Magic);
        SHA256.HashData(content, file.AsSpan(sizeof(uint), SHA256.HashSizeInBytes));
        content.CopyTo(file.AsSpan(HeaderLength));
        AtomicFile.WriteBytes(PathOf(digest), file);
    }

    private static bool IsIntact(ReadOnlySpan<byte> file) =>
        file.Length >= HeaderLength
        && BinaryPrimitives.ReadUInt32LittleEndian(file) == Magic
        && SHA256.HashData(file[HeaderLength..]).AsSpan().SequenceEqual(file[sizeof(uint)..HeaderLength]);

    private string PathOf(string digest)
    {
        if (digest is not { Length: 64 } || !digest.All(char.IsAsciiHexDigitLower))
        {
            throw new ArgumentException($"A digest has 64 lower-case hex digits, not '{digest}'.", nameof(digest));
        }

        return Path.Combine(_folder, "maps", digest[..2], digest + ".map");
    }
}
