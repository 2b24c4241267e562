using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isolux.Detector.Documents;

namespace Isolux.Storage.Documents;

/// <summary>
/// The identity of a detector: SHA-256 over its documents and tables in canonical form. Order of keys, whitespace, comments, the way a number
/// is written, the split into files and the texts that only explain (sources, summaries) do not matter.
/// </summary>
public static class DocumentDigest
{
    private static readonly string[] Explanations = ["source", "summary", "assumption"];

    /// <summary>The digest in lower-case hexadecimal.</summary>
    public static string Compute(JsonObject document, ImmutableDictionary<string, DataTable> tables)
    {
        var text = new StringBuilder();
        Append(text, document);
        foreach ((string name, DataTable table) in tables.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            text.Append('\n').Append(JsonSerializer.Serialize(name));
            for (int column = 0; column < table.Columns.Length; column++)
            {
                text.Append('\n').Append(JsonSerializer.Serialize(table.Columns[column]));
                foreach (double value in table.Values[column])
                {
                    text.Append(',').Append(Canonical(value));
                }
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Append(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                text.Append('{');
                foreach ((string key, JsonNode? value) in members.Where(m => !Explanations.Contains(m.Key)).OrderBy(m => m.Key, StringComparer.Ordinal))
                {
                    text.Append(JsonSerializer.Serialize(key)).Append(':');
                    Append(text, value);
                    text.Append(';');
                }

                text.Append('}');
                break;
            case JsonArray items:
                text.Append('[');
                foreach (JsonNode? item in items)
                {
                    Append(text, item);
                    text.Append(';');
                }

                text.Append(']');
                break;
            case JsonValue number when number.GetValueKind() == JsonValueKind.Number:
                text.Append(Canonical(number.Deserialize<double>()));
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static string Canonical(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
