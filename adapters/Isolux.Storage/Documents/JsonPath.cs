using System.Text.Json.Nodes;

namespace Isolux.Storage.Documents;

/// <summary>Paths such as $.media.water.absorptionLengthM or $['odd key'][2], split into keys and indices.</summary>
internal static class JsonPath
{
    /// <summary>The keys (as they are) and array indices (as digits) of a path, from the outside in.</summary>
    public static IReadOnlyList<string> Split(string path)
    {
        var segments = new List<string>();
        int position = path.StartsWith('$') ? 1 : 0;
        while (position < path.Length)
        {
            int end;
            if (path[position] == '[' && position + 1 < path.Length && path[position + 1] == '\'')
            {
                end = path.IndexOf("']", position, StringComparison.Ordinal);
                end = end < 0 ? path.Length : end;
                segments.Add(path[(position + 2)..end]);
                position = Math.Min(path.Length, end + 2);
            }
            else if (path[position] == '[')
            {
                end = path.IndexOf(']', position);
                segments.Add(path[(position + 1)..end]);
                position = end + 1;
            }
            else
            {
                position += path[position] == '.' ? 1 : 0;
                end = path.IndexOfAny(['.', '['], position);
                end = end < 0 ? path.Length : end;
                segments.Add(path[position..end]);
                position = end;
            }
        }

        return segments;
    }

    /// <summary>The node a path leads to; null where it leads nowhere.</summary>
    public static JsonNode? Find(JsonNode root, string path)
    {
        JsonNode? node = root;
        foreach (string segment in Split(path))
        {
            node = node switch
            {
                JsonObject members => members[segment],
                JsonArray items when int.TryParse(segment, out int index) && index < items.Count => items[index],
                _ => null,
            };
        }

        return node;
    }
}
