using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Isolux.Detector;

namespace Isolux.Storage.Documents;

/// <summary>Turns the serializer's complaint about a document's shape into a sentence a user can act on.</summary>
internal static partial class ShapeFault
{
    private const int LongestValue = 60;

    /// <summary>The fault behind an exception that arose while reading a document into <paramref name="type"/>.</summary>
    public static SpecificationFault Explain(JsonException exception, Type type, MergedDocument document)
    {
        string path = exception.Path ?? "$";
        string message = exception.Message;
        if (message.Contains("missing required properties", StringComparison.Ordinal))
        {
            string[] missing = [.. Quoted().Matches(message[message.IndexOf("including", StringComparison.Ordinal)..]).Select(m => m.Groups[1].Value)];
            return new SpecificationFault(
                document.FileOf(path), path, null, "it lacks " + string.Join(", ", missing.Select(m => $"'{m}'")), "add the missing keys");
        }

        IReadOnlyList<string> segments = JsonPath.Split(path);
        if (message.Contains("could not be mapped", StringComparison.Ordinal))
        {
            string unknown = Quoted().Match(message).Groups[1].Value;
            bool pathIncludesKey = segments.Count > 0 && segments[^1] == unknown;
            JsonTypeInfo? owner = TypeAt(type, pathIncludesKey ? segments.Take(segments.Count - 1) : segments);
            string fullPath = pathIncludesKey ? path : $"{path}.{unknown}";
            string[] known = owner is null ? [] : [.. owner.Properties.Select(p => p.Name)];
            return new SpecificationFault(document.FileOf(fullPath), fullPath, Show(document, fullPath), "unknown key", Suggest(unknown, known));
        }

        JsonTypeInfo? expected = TypeAt(type, segments);
        return new SpecificationFault(document.FileOf(path), path, Show(document, path), "expected " + Describe(expected), "correct the value");
    }

    private static string Suggest(string unknown, string[] known)
    {
        if (known.Length == 0)
        {
            return "remove it";
        }

        string nearest = known.MinBy(k => Distance(unknown, k))!;
        return Distance(unknown, nearest) <= Math.Max(2, unknown.Length / 2)
            ? $"did you mean '{nearest}'? (the unit stands in the key)"
            : "remove it; known here are " + string.Join(", ", known);
    }

    private static string? Show(MergedDocument document, string path)
    {
        JsonNode? node = JsonPath.Find(document.Root, path);
        string? text = node?.ToJsonString();
        return text is { Length: > LongestValue } ? text[..LongestValue] + "..." : text;
    }

    private static JsonTypeInfo? TypeAt(Type type, IEnumerable<string> segments)
    {
        JsonTypeInfo? info = StrictJson.Options.GetTypeInfo(type);
        foreach (string segment in segments)
        {
            Type? next = info.Kind == JsonTypeInfoKind.Object
                ? info.Properties.FirstOrDefault(p => p.Name == segment)?.PropertyType
                : info.ElementType;
            if (next is null)
            {
                return null;
            }

            info = StrictJson.Options.GetTypeInfo(next);
        }

        return info;
    }

    private static string Describe(JsonTypeInfo? info)
    {
        if (info is null)
        {
            return "another kind of value";
        }

        Type type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        if (type.IsEnum)
        {
            return "one of " + string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName));
        }

        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => "a list",
            JsonTypeInfoKind.Dictionary => "an object with names as keys",
            JsonTypeInfoKind.Object => "an object with " + string.Join(", ", info.Properties.Select(p => p.Name)),
            _ when type == typeof(double) => "a number, without quotes",
            _ when type == typeof(int) || type == typeof(long) || type == typeof(ulong) => "a whole number, without quotes",
            _ when type == typeof(bool) => "true or false",
            _ => "a text in double quotes",
        };
    }

    // Levenshtein distance: insertions, deletions and replacements that turn one key into the other.
    private static int Distance(string left, string right)
    {
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int[] current = new int[right.Length + 1];
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replace = previous[j - 1] + (char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1);
                current[j] = Math.Min(replace, 1 + Math.Min(previous[j], current[j - 1]));
            }

            previous = current;
        }

        return previous[^1];
    }

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
