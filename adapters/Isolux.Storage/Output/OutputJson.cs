using System.Text.Json;
using System.Text.Json.Serialization;

namespace Isolux.Storage.Output;

/// <summary>
/// How results become JSON: camelCase, enums as words, indented, an end of line at the end; a number that is not finite becomes null, so a reader never
/// meets NaN.
/// </summary>
public static class OutputJson
{
    /// <summary>The settings, read-only.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>One JSON object as text.</summary>
    /// <param name="value">A record of results.</param>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options) + "\n";

    /// <summary>Reads what <see cref="Write{T}"/> wrote.</summary>
    /// <param name="path">File to read.</param>
    /// <exception cref="OutputException">The file is missing or is not such an object.</exception>
    public static T Read<T>(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), Options)
                ?? throw new OutputException($"the file {path} holds no object (it says null) name a file that Isolux wrote.");
        }
        catch (JsonException exception)
        {
            throw new OutputException($"the file {path} cannot be read ({exception.Message.TrimEnd('.')}) name a file that Isolux wrote.");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new OutputException($"the file {path} cannot be opened (it is missing or not readable) check its name.");
        }
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            WriteIndented = true,
            NewLine = "\n",
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new FiniteNumberConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
