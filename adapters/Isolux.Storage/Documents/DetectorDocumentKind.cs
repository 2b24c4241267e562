using Isolux.Detector;

namespace Isolux.Storage.Documents;

/// <summary>Detectors as documents to check: a detector's folder, any file in it, one of its tables or overlays.</summary>
public static class DetectorDocumentKind
{
    private const string MainFile = "detector.json";

    /// <summary>The kind to register with a <see cref="DocumentChecker"/>.</summary>
    public static DocumentKind Create() => new("detector", path => FindFolder(path) is not null, Check);

    private static string Check(string path)
    {
        string folder = FindFolder(path)!;
        bool isOverlay = File.Exists(path) && DetectorLoader.OverlayFolders.Contains(Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)))!);
        DetectorDescription detector = DetectorLoader.Load(folder, isOverlay ? [path] : []);
        return FormattableString.Invariant(
            $"detector {detector.Name}: {detector.Media.Count} media, {detector.Photosensors.Length} photosensors, {detector.Sources.Length} sources, {detector.Systems.Length} systems, {detector.Assumptions.Length} assumptions");
    }

    // The folder itself, or the one that holds the file directly or one level up (tables/, overlays/, variations/).
    private static string? FindFolder(string path)
    {
        string? folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path));
        for (int level = 0; level < 2 && folder is not null; level++, folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, MainFile)))
            {
                return folder;
            }
        }

        return null;
    }
}
