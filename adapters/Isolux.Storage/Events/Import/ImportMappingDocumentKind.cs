using Isolux.Detector;
using Isolux.Storage.Documents;

namespace Isolux.Storage.Events.Import;

/// <summary>Mapping documents to check: JSON files whose name ends in <c>mapping.json</c>.</summary>
public static class ImportMappingDocumentKind
{
    /// <summary>The kind to register with a <see cref="DocumentChecker"/>.</summary>
    /// <param name="detector">The detector whose channels the map may name.</param>
    public static DocumentKind Create(Func<DetectorDescription> detector) =>
        new("mapping", path => path.EndsWith("mapping.json", StringComparison.Ordinal) && File.Exists(path), path => Check(path, detector()));

    private static string Check(string path, DetectorDescription detector)
    {
        HitMapping mapping = HitMapping.Read(path);
        mapping.RequireChannels(detector.Photosensors.Length);
        string channels = mapping.Channels is { } map ? FormattableString.Invariant($"{map.Count} channel ids") : "channels by their index";
        return FormattableString.Invariant($"mapping of run {mapping.Document.Run.Number}, {mapping.Document.Run.SourceName}: {channels}");
    }
}
