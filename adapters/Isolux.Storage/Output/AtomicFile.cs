using System.Text;

namespace Isolux.Storage.Output;

/// <summary>
/// Writes whole files: under a temporary name in the same folder, flushed to the disk, then renamed. Whoever reads sees the old file or the new
/// one, never a part; an interrupted write leaves the old one as it was.
/// </summary>
public static class AtomicFile
{
    /// <summary>Writes text as UTF-8 without a byte-order mark.</summary>
    /// <param name="path">File to write; its folder is created.</param>
    /// <param name="text">Content.</param>
    /// <exception cref="OutputException">The folder cannot be written to.</exception>
    /// <exception cref="IOException">The disk is full or broken.</exception>
    public static void WriteText(string path, string text) => WriteBytes(path, new UTF8Encoding(false).GetBytes(text));

    /// <summary>Writes bytes.</summary>
    /// <param name="path">File to write; its folder is created.</param>
    /// <param name="content">Content.</param>
    /// <exception cref="OutputException">The folder cannot be written to.</exception>
    /// <exception cref="IOException">The disk is full or broken.</exception>
    public static void WriteBytes(string path, ReadOnlySpan<byte> content)
    {
        string full = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(full)!;
        string temporary = Path.Combine(folder, $".{Path.GetFileName(full)}.{Guid.NewGuid():N}.tmp");
        OutputFolder.Create(folder);
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch (UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw OutputException.NotWritable(folder);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
