using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Isolux.Detector;
using Isolux.Detector.Building;
using Isolux.Detector.Documents;

namespace Isolux.Storage.Documents;

/// <summary>
/// Loads a detector: a folder with <c>detector.json</c>, any number of further <c>*.json</c> parts that each hold some of its sections, and the
/// CSV tables they name. A name is looked for as <c>detectors/NAME</c> from the program and from the current directory upwards.
/// </summary>
public static class DetectorLoader
{
    private const string MainFile = "detector.json";
    private const string Catalogue = "detectors";

    /// <summary>Folders of a detector that hold overlays.</summary>
    internal static readonly ImmutableArray<string> OverlayFolders = ["overlays", "variations"];

    // Keys whose text is the name of a table, besides "table" itself.
    private static readonly string[] TableKeys = ["table", "nodes", "crossSections"];

    /// <summary>Loads and validates a detector.</summary>
    /// <param name="nameOrDirectory">A name of the catalogue ("juno") or the path of a folder.</param>
    /// <param name="overlays">JSON merge patches applied in order: files, or names of <c>overlays/NAME.json</c> or <c>variations/NAME.json</c> in the detector's folder.</param>
    /// <exception cref="InvalidSpecificationException">No such detector, or its documents or tables are wrong.</exception>
    public static DetectorDescription Load(string nameOrDirectory, IReadOnlyList<string> overlays)
    {
        string folder = FindFolder(nameOrDirectory);
        MergedDocument merged = ReadDocuments(folder, overlays);
        var document = merged.Deserialize<DetectorDocument>();
        ImmutableDictionary<string, DataTable> tables = ReadTables(merged, folder);
        var builder = new DetectorBuilder(document, tables, merged.FileOf);
        JsonObject light = LightTransport(merged.Root);
        return builder.Build(
            AssumptionCollector.Collect(merged.Root, tables),
            DocumentDigest.Compute(merged.Root, tables),
            DocumentDigest.Compute(light, tables.RemoveRange(tables.Keys.Except(TableNames(light)))));
    }

    /// <summary>Names of the detectors in the catalogue.</summary>
    public static ImmutableArray<string> KnownNames() =>
    [
        .. Catalogues().SelectMany(Directory.EnumerateDirectories)
            .Where(folder => File.Exists(Path.Combine(folder, MainFile)))
            .Select(folder => Path.GetFileName(folder)!)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The folder of a detector.</summary>
    /// <exception cref="InvalidSpecificationException">There is none.</exception>
    public static string FindFolder(string nameOrDirectory)
    {
        if (File.Exists(Path.Combine(nameOrDirectory, MainFile)))
        {
            return nameOrDirectory;
        }

        string? found = Catalogues().Select(c => Path.Combine(c, nameOrDirectory)).FirstOrDefault(f => File.Exists(Path.Combine(f, MainFile)));
        return found ?? throw new InvalidSpecificationException(new SpecificationFault(
            nameOrDirectory, "the detector", null, $"there is no folder of this name with a {MainFile}", "known detectors are " + string.Join(", ", KnownNames())));
    }

    // Photons per MeV, decay times, quenching, sources and deployment systems move no photon.
    private static JsonObject LightTransport(JsonObject root) => new(
        root.Where(section => section.Key is "geometry" or "media" or "photosensors")
            .Concat((root["scintillation"] as JsonObject ?? []).Where(member => member.Key is "emissionSpectrum" or "opticalEfficiency"))
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

    private static MergedDocument ReadDocuments(string folder, IReadOnlyList<string> overlays)
    {
        string main = Path.Combine(folder, MainFile);
        IEnumerable<string> parts = Directory.EnumerateFiles(folder, "*.json").Where(f => f != main).Order(StringComparer.Ordinal);
        return MergedDocument.Load([main, .. parts], [.. overlays.Select(overlay => FindOverlay(folder, overlay))]);
    }

    private static string FindOverlay(string folder, string overlay)
    {
        IEnumerable<string> named = OverlayFolders.Select(overlays => Path.Combine(folder, overlays, overlay + ".json"));
        return File.Exists(overlay) ? overlay : named.FirstOrDefault(File.Exists) ?? overlay;
    }

    private static ImmutableDictionary<string, DataTable> ReadTables(MergedDocument merged, string folder)
    {
        var tables = ImmutableDictionary.CreateBuilder<string, DataTable>(StringComparer.Ordinal);
        foreach (string name in TableNames(merged.Root).Distinct())
        {
            tables[name] = CsvTable.ReadNumbers(Path.Combine(folder, name));
        }

        return tables.ToImmutable();
    }

    private static IEnumerable<string> TableNames(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(m =>
            TableKeys.Contains(m.Key) && m.Value is JsonValue value && value.TryGetValue(out string? name) ? [name] : TableNames(m.Value)),
        JsonArray items => items.SelectMany(TableNames),
        _ => [],
    };

    private static IEnumerable<string> Catalogues()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string start in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
        {
            for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            {
                string catalogue = Path.Combine(folder.FullName, Catalogue);
                if (Directory.Exists(catalogue) && seen.Add(catalogue))
                {
                    yield return catalogue;
                }
            }
        }
    }
}
