using System.Text;
using System.Text.Json;

namespace Isolux.Storage.Documents;

/// <summary>Follows a JSON reader and knows the path of the value it stands on, and whether an object repeats a key.</summary>
internal sealed class JsonPathTracker
{
    private readonly Stack<Level> _levels = new();

    /// <summary>Takes the reader's current token into account; false when a key stands a second time in its object.</summary>
    public bool Advance(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                Level level = _levels.Peek();
                level.Key = reader.GetString()!;
                return level.Keys!.Add(level.Key);
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _levels.Pop();
                return true;
            default:
                if (_levels.TryPeek(out Level? parent) && parent.Keys is null)
                {
                    parent.Index++;
                }

                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    _levels.Push(new Level(reader.TokenType == JsonTokenType.StartObject ? new HashSet<string>(StringComparer.Ordinal) : null));
                }

                return true;
        }
    }

    /// <summary>The path in the notation $.key[index].</summary>
    public override string ToString()
    {
        var text = new StringBuilder("$");
        foreach (Level level in _levels.Reverse())
        {
            if (level.Keys is null)
            {
                text.Append('[').Append(Math.Max(0, level.Index)).Append(']');
            }
            else if (level.Key is not null)
            {
                text.Append('.').Append(level.Key);
            }
        }

        return text.ToString();
    }

    private sealed class Level(HashSet<string>? keys)
    {
        public HashSet<string>? Keys { get; } = keys;

        public string? Key { get; set; }

        public int Index { get; set; } = -1;
    }
}
