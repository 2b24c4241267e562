namespace Isolux.Storage.Output;

/// <summary>A folder results go to.</summary>
public static class OutputFolder
{
    // Linux error numbers as the runtime passes them on: no such file, permission, exists, not a folder, read-only file system.
    private static readonly int[] UserErrors = [2, 13, 17, 20, 30];

    /// <summary>Creates the folder where it is missing.</summary>
    /// <param name="path">Folder.</param>
    /// <exception cref="OutputException">It cannot be created there.</exception>
    /// <exception cref="IOException">The disk is full or broken.</exception>
    public static void Create(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (UnauthorizedAccessException)
        {
            throw OutputException.NotWritable(path);
        }
        catch (IOException exception) when (UserErrors.Contains(exception.HResult & 0xFFFF) || File.Exists(path))
        {
            throw OutputException.NotWritable(path);
        }
    }

    /// <summary>Creates the folder and makes sure that files can be written there, before hours of work go into something that cannot be kept.</summary>
    /// <param name="path">Folder.</param>
    /// <exception cref="OutputException">It cannot be written to.</exception>
    /// <exception cref="IOException">The disk is full or broken.</exception>
    public static void EnsureWritable(string path)
    {
        string probe = Path.Combine(path, $".{Guid.NewGuid():N}.tmp");
        AtomicFile.WriteText(probe, string.Empty);
        File.Delete(probe);
    }
}
