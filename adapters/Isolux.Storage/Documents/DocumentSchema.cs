using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Isolux.Storage.Documents;

/// <summary>JSON schemas of the documents, generated from the records that read them, for editors and other programs.</summary>
public static class DocumentSchema
{
    private static readonly JsonSchemaExporterOptions ExporterOptions = new() { TreatNullObliviousAsNonNullable = true };

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The schema of a record as indented text ending in a newline.</summary>
    /// <param name="title">Title of the schema.</param>
    /// <param name="isSplit">Whether a file may hold only some of the top-level keys; then only formatVersion is required.</param>
    public static string Generate<T>(string title, bool isSplit)
    {
        var schema = (JsonObject)StrictJson.Options.GetJsonSchemaAsNode(typeof(T), ExporterOptions);
        if (isSplit)
        {
            schema["required"] = new JsonArray("formatVersion");
        }

        var titled = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach ((string key, JsonNode? value) in schema)
        {
            titled[key] = value?.DeepClone();
        }

        return titled.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
    }
}
