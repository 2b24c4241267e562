using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Strategy.Resolution;

namespace Isolux.Storage.Documents;

/// <summary>The variations of a detector: overlays in the folder <c>variations/</c> beside its documents, each of which makes a row of the resolution table.</summary>
public static class DetectorVariations
{
    private const string Folder = "variations";
    private const string Extension = ".json";

    /// <summary>Names of a detector's variations: the rows of the resolution table in their order, then others by name; empty where it has none.</summary>
    /// <param name="nameOrDirectory">A name of the catalogue or the path of a folder.</param>
    /// <exception cref="InvalidSpecificationException">No such detector.</exception>
    public static ImmutableArray<string> Names(string nameOrDirectory)
    {
        string folder = Path.Combine(DetectorLoader.FindFolder(nameOrDirectory), Folder);
        string[] found = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*" + Extension).Select(file => Path.GetFileNameWithoutExtension(file))] : [];
        return [.. ResolutionRowNames.Variations.Where(found.Contains), .. found.Except(ResolutionRowNames.Variations).Order(StringComparer.Ordinal)];
    }

    /// <summary>Loads variations, each over its base.</summary>
    /// <param name="nameOrDirectory">A name of the catalogue or the path of a folder.</param>
    /// <param name="overlays">Overlays below all variations.</param>
    /// <param name="names">Variations.</param>
    /// <param name="baseRow">The row every other variation is laid over: a variation, or <see cref="ResolutionRowNames.VertexSmearing"/> for the unvaried detector.</param>
    /// <exception cref="InvalidSpecificationException">There is no such base, or a document is wrong.</exception>
    public static ImmutableArray<DetectorVariation> Load(string nameOrDirectory, IReadOnlyList<string> overlays, ImmutableArray<string> names, string baseRow)
    {
        if (baseRow != ResolutionRowNames.VertexSmearing && !names.Contains(baseRow))
        {
            throw new InvalidSpecificationException(new SpecificationFault(
                nameOrDirectory, "the base of varied detectors", baseRow, "there is no such variation", "choose one of " + string.Join(", ", names.Prepend(ResolutionRowNames.VertexSmearing))));
        }

        return [.. names.Select(name => name == baseRow || baseRow == ResolutionRowNames.VertexSmearing
            ? new DetectorVariation(name, ResolutionRowNames.VertexSmearing, DetectorLoader.Load(nameOrDirectory, [.. overlays, name]))
            : new DetectorVariation(name, baseRow, DetectorLoader.Load(nameOrDirectory, [.. overlays, baseRow, name])))];
    }
}
