using System.Text.Json;
using System.Text.Json.Serialization;
using Isolux.Detector;

namespace Isolux.Storage.Documents;

/// <summary>
/// Reads a user's JSON document into a record. Comments and trailing commas are welcome; unknown, missing, null or duplicate keys, quoted
/// numbers and NaN are errors. Keys are the record's property names in camelCase, enum values likewise.
/// </summary>
public static class StrictJson
{
    /// <summary>The reading rules: <see cref="JsonSerializerOptions.Strict"/> with comments, camelCase and enums by name.</summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>Reads one document.</summary>
    /// <typeparam name="T">A record whose constructor parameters are the document's keys; those with defaults may be left out.</typeparam>
    /// <exception cref="InvalidSpecificationException">The file cannot be read, is not strict JSON, or does not have the shape of <typeparamref name="T"/>.</exception>
    public static T Read<T>(string file) => ReadMerged<T>(file, []);

    /// <summary>Reads one document after applying overlays (RFC 7396 JSON merge patches) in order.</summary>
    /// <exception cref="InvalidSpecificationException">A file cannot be read, is not strict JSON, or the result does not have the shape of <typeparamref name="T"/>.</exception>
    public static T ReadMerged<T>(string file, IReadOnlyList<string> overlays) => MergedDocument.Load([file], overlays).Deserialize<T>();

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerOptions.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            ReadCommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
