using System.Collections.Immutable;
using System.Globalization;
using Isolux.Conditions;
using Microsoft.Data.Sqlite;

namespace Isolux.Storage.Conditions;

/// <summary>Reads and writes the rows of the conditions tables inside the caller's transaction.</summary>
internal static class ConditionsTables
{
    public static TagTimeline? Timeline(SqliteConnection connection, PayloadTag tag)
    {
        string? type = connection.Scalar<string>("SELECT type FROM tag WHERE name = $tag", ("$tag", tag.Name));
        return type is null
            ? null
            : new TagTimeline(tag, type, [.. connection.Query(
                """
                SELECT first_run, next_run, payload, verdict, author, reason, time, override_author, override_reason, override_time
                FROM interval WHERE tag = $tag ORDER BY first_run
                """,
                ReadInterval,
                ("$tag", tag.Name))]);
    }

    public static GlobalTag? GlobalTag(SqliteConnection connection, string name)
    {
        if (connection.Scalar<string>("SELECT name FROM global_tag WHERE name = $name", ("$name", name)) is null)
        {
            return null;
        }

        ImmutableSortedDictionary<string, PayloadTag> members = connection.Query(
            "SELECT type, tag FROM global_tag_member WHERE global_tag = $name",
            row => KeyValuePair.Create(row.GetString(0), new PayloadTag(row.GetString(1))),
            ("$name", name)).ToImmutableSortedDictionary();
        ImmutableArray<GlobalTagChange> history = [.. connection.Query(
            "SELECT state, author, reason, time FROM global_tag_change WHERE global_tag = $name ORDER BY step",
            row => new GlobalTagChange(Enum.Parse<GlobalTagState>(row.GetString(0)), ReadNote(row, 1)),
            ("$name", name))];
        return new GlobalTag(name, members, history);
    }

    /// <summary>Stores a payload and the intervals in which a timeline changed.</summary>
    public static void Store(SqliteConnection connection, PayloadId id, string type, byte[] content, TagTimeline before, TagTimeline after)
    {
        connection.Execute(
            "INSERT INTO payload (id, type, content) VALUES ($id, $type, $content) ON CONFLICT (id) DO NOTHING",
            ("$id", id.Hex),
            ("$type", type),
            ("$content", content));
        connection.Execute("INSERT INTO tag (name, type) VALUES ($name, $type) ON CONFLICT (name) DO NOTHING", ("$name", after.Tag.Name), ("$type", type));
        foreach (TagInterval interval in after.Intervals.Except(before.Intervals))
        {
            connection.Execute(
                """
                INSERT INTO interval VALUES ($tag, $first, $next, $payload, $verdict, $author, $reason, $time, $oAuthor, $oReason, $oTime)
                ON CONFLICT (tag, first_run) DO UPDATE SET next_run = excluded.next_run
                """,
                ("$tag", after.Tag.Name),
                ("$first", interval.Iov.First.Value),
                ("$next", interval.Iov.Next?.Value),
                ("$payload", interval.Payload.Hex),
                ("$verdict", interval.Verdict.ToString()),
                ("$author", interval.Published.Author),
                ("$reason", interval.Published.Reason),
                ("$time", Text(interval.Published.Time)),
                ("$oAuthor", interval.Override?.Author),
                ("$oReason", interval.Override?.Reason),
                ("$oTime", interval.Override is { } note ? Text(note.Time) : null));
        }
    }

    /// <summary>Stores a new global tag with its members and first change.</summary>
    public static void Store(SqliteConnection connection, GlobalTag draft)
    {
        connection.Execute("INSERT INTO global_tag VALUES ($name)", ("$name", draft.Name));
        foreach ((string type, PayloadTag tag) in draft.Tags)
        {
            connection.Execute("INSERT INTO global_tag_member VALUES ($name, $type, $tag)", ("$name", draft.Name), ("$type", type), ("$tag", tag.Name));
        }

        StoreLastChange(connection, draft);
    }

    /// <summary>Stores the newest change of a global tag.</summary>
    public static void StoreLastChange(SqliteConnection connection, GlobalTag globalTag)
    {
        GlobalTagChange change = globalTag.History[^1];
        connection.Execute(
            "INSERT INTO global_tag_change VALUES ($name, $step, $state, $author, $reason, $time)",
            ("$name", globalTag.Name),
            ("$step", globalTag.History.Length),
            ("$state", change.State.ToString()),
            ("$author", change.Note.Author),
            ("$reason", change.Note.Reason),
            ("$time", Text(change.Note.Time)));
    }

    private static TagInterval ReadInterval(SqliteDataReader row) => new(
        new Iov(new RunNumber(row.GetInt32(0)), row.IsDBNull(1) ? null : new RunNumber(row.GetInt32(1))),
        new PayloadId(row.GetString(2)),
        Enum.Parse<PublicationVerdict>(row.GetString(3)),
        row.IsDBNull(7) ? null : ReadNote(row, 7),
        ReadNote(row, 4));

    private static ChangeNote ReadNote(SqliteDataReader row, int column) => new(
        row.GetString(column),
        row.GetString(column + 1),
        DateTimeOffset.Parse(row.GetString(column + 2), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));

    private static string Text(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);
}
