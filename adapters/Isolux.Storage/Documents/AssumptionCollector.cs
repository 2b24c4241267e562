using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isolux.Detector;
using Isolux.Detector.Documents;

namespace Isolux.Storage.Documents;

/// <summary>Finds every value that documents and tables mark as an assumption.</summary>
internal static class AssumptionCollector
{
    private const string Mark = "assumption";

    /// <summary>The assumptions, ordered by path.</summary>
    public static ImmutableArray<Assumption> Collect(JsonObject root, ImmutableDictionary<string, DataTable> tables) =>
    [
        .. InDocument(root)
            .Concat(tables.Where(t => t.Value.Assumption is not null).Select(t => new Assumption(t.Key, "table", t.Value.Assumption!)))
            .OrderBy(a => a.Path, StringComparer.Ordinal),
    ];

    private static IEnumerable<Assumption> InDocument(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            return items.SelectMany(InDocument);
        }

        if (node is not JsonObject members)
        {
            return [];
        }

        IEnumerable<Assumption> inside = members.SelectMany(m => InDocument(m.Value));
        if (members[Mark]?.GetValueKind() != JsonValueKind.True)
        {
            return inside;
        }

        JsonNode? value = members["value"] ?? members["values"] ?? members["table"];
        return inside.Prepend(new Assumption(members.GetPath(), value?.ToJsonString() ?? string.Empty, members["source"]?.GetValue<string>() ?? string.Empty));
    }
}
