using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isolux.Detector;

namespace Isolux.Storage.Documents;

/// <summary>One JSON file, checked token by token so that every fault of syntax, duplicate or null is reported with its JSON path.</summary>
internal static class JsonText
{
    private static readonly JsonReaderOptions ReaderOptions = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly JsonDocumentOptions DocumentOptions = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Parses a file whose top level must be an object; a null value is allowed only in an overlay, where it removes a key.</summary>
    public static JsonObject ReadObject(string file, bool allowNull)
    {
        byte[] bytes = ReadBytes(file);
        ReadOnlySpan<byte> text = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes;
        Check(file, text, allowNull);
        return JsonNode.Parse(text, null, DocumentOptions) as JsonObject
            ?? throw Fault(file, "$", null, "the top level must be an object", "put the keys between { and }");
    }

    private static byte[] ReadBytes(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Fault(file, "the file", null, "it does not exist", "check the name");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Fault(file, "the file", null, "it cannot be read: " + exception.Message.TrimEnd('.'), "check its permissions");
        }
    }

    private static void Check(string file, ReadOnlySpan<byte> text, bool allowNull)
    {
        var path = new JsonPathTracker();
        var reader = new Utf8JsonReader(text, ReaderOptions);
        try
        {
            while (reader.Read())
            {
                if (!path.Advance(ref reader))
                {
                    throw Fault(file, path.ToString(), null, "the key stands here twice", "remove one of the two");
                }

                if (reader.TokenType == JsonTokenType.Null && !allowNull)
                {
                    throw Fault(file, path.ToString(), "null", "null says nothing", "give a value, or leave the key out where it is optional");
                }
            }
        }
        catch (JsonException exception)
        {
            string where = FormattableString.Invariant($"line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1}");
            throw Fault(
                file,
                path.ToString(),
                null,
                $"{where}: not JSON: {exception.Message.Split(" LineNumber:")[0].TrimEnd('.', ' ')}",
                "write a number as 1.5e3 without quotes (NaN and Infinity are no numbers), a text in double quotes, and a comma between members");
        }
    }

    private static InvalidSpecificationException Fault(string file, string path, string? value, string why, string suggestion) =>
        new(new SpecificationFault(file, path, value, why, suggestion));
}
