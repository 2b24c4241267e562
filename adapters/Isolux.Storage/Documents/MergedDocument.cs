using System.Text.Json;
using System.Text.Json.Nodes;
using Isolux.Detector;

namespace Isolux.Storage.Documents;

/// <summary>
/// A document made of one or more files, each with some of its top-level keys, and of overlays: RFC 7396 merge patches applied in order.
/// It remembers which file every value came from, so that a fault names the file the user has to edit.
/// </summary>
public sealed class MergedDocument
{
    private const string FormatVersionKey = "formatVersion";

    private readonly Dictionary<string, string> _fileOfSection;
    private readonly IReadOnlyList<(string File, JsonObject Patch)> _overlays;
    private readonly string _mainFile;

    private MergedDocument(JsonObject root, string mainFile, Dictionary<string, string> fileOfSection, IReadOnlyList<(string File, JsonObject Patch)> overlays)
    {
        Root = root;
        _mainFile = mainFile;
        _fileOfSection = fileOfSection;
        _overlays = overlays;
    }

    /// <summary>The document after all overlays.</summary>
    public JsonObject Root { get; }

    /// <summary>Reads the parts (the first is the main one; all but formatVersion may stand in one part only) and applies the overlays in order.</summary>
    /// <exception cref="InvalidSpecificationException">A file is unreadable or not strict JSON, or a section stands in two parts.</exception>
    public static MergedDocument Load(IReadOnlyList<string> parts, IReadOnlyList<string> overlays)
    {
        var root = new JsonObject();
        var fileOfSection = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string file in parts)
        {
            JsonObject members = JsonText.ReadObject(file, allowNull: false);
            if (parts.Count > 1 && !members.ContainsKey(FormatVersionKey))
            {
                throw new InvalidSpecificationException(new SpecificationFault(
                    file, "$", null, $"it lacks '{FormatVersionKey}', which every part needs", $"add \"{FormatVersionKey}\": 1"));
            }

            foreach ((string key, JsonNode? value) in members)
            {
                if (fileOfSection.TryAdd(key, file))
                {
                    root[key] = value!.DeepClone();
                }
                else if (key != FormatVersionKey || !JsonNode.DeepEquals(root[key], value))
                {
                    throw new InvalidSpecificationException(new SpecificationFault(
                        file, "$." + key, null, $"it also stands in {fileOfSection[key]}", "keep it in one file (and the format version the same in all)"));
                }
            }
        }

        var patches = overlays.Select(file => (file, JsonText.ReadObject(file, allowNull: true))).ToList();
        foreach ((_, JsonObject patch) in patches)
        {
            Apply(root, patch);
        }

        return new MergedDocument(root, parts[0], fileOfSection, patches);
    }

    /// <summary>The file in which the value at a path (notation $.key[index]) was last written: an overlay or a part.</summary>
    public string FileOf(string path)
    {
        IReadOnlyList<string> keys = JsonPath.Split(path);
        foreach ((string file, JsonObject patch) in _overlays.Reverse())
        {
            if (keys.Count > 0 && Touches(patch, keys))
            {
                return file;
            }
        }

        return keys.Count > 0 && _fileOfSection.TryGetValue(keys[0], out string? part) ? part : _mainFile;
    }

    /// <summary>The document as a record.</summary>
    /// <exception cref="InvalidSpecificationException">It does not have the shape of <typeparamref name="T"/>: file, path, value, why, and what to do.</exception>
    public T Deserialize<T>()
    {
        try
        {
            return Root.Deserialize<T>(StrictJson.Options)!;
        }
        catch (JsonException exception)
        {
            throw new InvalidSpecificationException(ShapeFault.Explain(exception, typeof(T), this));
        }
    }

    private static bool Touches(JsonObject patch, IReadOnlyList<string> keys)
    {
        JsonNode? node = patch;
        foreach (string key in keys)
        {
            if (node is not JsonObject members)
            {
                return true;
            }

            if (!members.TryGetPropertyValue(key, out node))
            {
                return false;
            }
        }

        return true;
    }

    private static void Apply(JsonObject target, JsonObject patch)
    {
        foreach ((string key, JsonNode? value) in patch)
        {
            if (value is null)
            {
                target.Remove(key);
            }
            else if (value is JsonObject inner)
            {
                if (target[key] is not JsonObject existing)
                {
                    existing = new JsonObject();
                    target[key] = existing;
                }

                Apply(existing, inner);
            }
            else
            {
                target[key] = value.DeepClone();
            }
        }
    }
}
