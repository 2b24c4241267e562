using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Isolux.Storage.Output;

/// <summary>
/// Compares two summaries value by value. What may differ between two runs of the same inputs is left out: <c>wallSeconds</c>,
/// <c>peakMemoryMB</c>, <c>threads</c> and every name that contains <c>PerSecond</c>.
/// </summary>
public static class SummaryComparison
{
    /// <summary>Differences as readable lines, in document order; empty where both are the same.</summary>
    /// <param name="expected">The earlier summary.</param>
    /// <param name="found">The later summary.</param>
    public static ImmutableArray<string> Compare(JsonNode? expected, JsonNode? found)
    {
        var differences = ImmutableArray.CreateBuilder<string>();
        Compare("$", expected, found, differences);
        return differences.ToImmutable();
    }

    private static void Compare(string path, JsonNode? expected, JsonNode? found, ImmutableArray<string>.Builder differences)
    {
        switch (expected, found)
        {
            case (JsonObject left, JsonObject right):
                foreach (string name in left.Select(m => m.Key).Union(right.Select(m => m.Key)).Where(IsReproducible))
                {
                    CompareMember($"{path}.{name}", left, right, name, differences);
                }

                break;
            case (JsonArray left, JsonArray right) when left.Count == right.Count:
                for (int i = 0; i < left.Count; i++)
                {
                    Compare($"{path}[{i}]", left[i], right[i], differences);
                }

                break;
            default:
                if (!JsonNode.DeepEquals(expected, found))
                {
                    differences.Add($"{path}: {Show(expected)} became {Show(found)}");
                }

                break;
        }
    }

    private static void CompareMember(string path, JsonObject left, JsonObject right, string name, ImmutableArray<string>.Builder differences)
    {
        bool before = left.TryGetPropertyValue(name, out JsonNode? expected);
        bool after = right.TryGetPropertyValue(name, out JsonNode? found);
        if (before != after)
        {
            differences.Add(before ? $"{path}: {Show(expected)} is missing now" : $"{path}: {Show(found)} is new");
            return;
        }

        Compare(path, expected, found, differences);
    }

    private static bool IsReproducible(string name) =>
        name is not ("wallSeconds" or "peakMemoryMB" or "threads") && !name.Contains("PerSecond", StringComparison.OrdinalIgnoreCase);

    private static string Show(JsonNode? node) => node?.ToJsonString() ?? "null";
}
