using Isolux.Detector;

namespace Isolux.Storage.Events;

/// <summary>Folders of event files.</summary>
internal static class EventFolder
{
    /// <summary>The folder behind a name: a folder, or a file in it.</summary>
    /// <exception cref="InvalidSpecificationException">There is none.</exception>
    public static string Find(string path)
    {
        string? folder = Directory.Exists(path) ? path : File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path)) : null;
        if (folder is not null)
        {
            return folder;
        }

        bool isUnfinished = Directory.Exists(Path.TrimEndingDirectorySeparator(path) + ".partial");
        throw new InvalidSpecificationException(new SpecificationFault(
            path,
            "the folder of events",
            null,
            isUnfinished ? "its writing was interrupted" : "it does not exist",
            isUnfinished ? "give the command that writes it again" : "check the name"));
    }
}
