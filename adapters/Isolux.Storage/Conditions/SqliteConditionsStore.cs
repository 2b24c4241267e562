using System.Collections.Immutable;
using Isolux.Conditions;
using Microsoft.Data.Sqlite;

namespace Isolux.Storage.Conditions;

/// <summary>
/// Conditions in one SQLite file. Every call opens the file, does one transaction and closes it: writers of several processes wait for each
/// other (up to 30 s), and a rollback journal with full synchronisation leaves the file whole when a writer is killed.
/// </summary>
public sealed class SqliteConditionsStore : IConditionsStore
{
    private const int LockTimeoutSeconds = 30;

    private readonly string _path;

    private SqliteConditionsStore(string path) => _path = path;

    /// <summary>Opens a store that exists.</summary>
    /// <exception cref="ConditionsException">The file is missing, not a conditions store, damaged, or of a newer version.</exception>
    public static SqliteConditionsStore Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new ConditionsException($"Conditions store '{path}' cannot be opened (the file does not exist); check the path, or publish into it to create it.");
        }

        SqliteConditionsStore store = new(path);
        store.Use(SqliteOpenMode.ReadOnly, connection =>
        {
            RequireKnownSchema(path, connection);
            string verdict = connection.Scalar<string>("PRAGMA quick_check(1)") ?? "no answer";
            return verdict == "ok"
                ? true
                : throw new ConditionsException($"Conditions store '{path}' is damaged ({verdict}); restore it from a copy.");
        });
        return store;
    }

    /// <summary>Opens a store, creating it where the file does not exist.</summary>
    /// <exception cref="ConditionsException">The file cannot be created, is not a conditions store, damaged, or of a newer version.</exception>
    public static SqliteConditionsStore OpenOrCreate(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            new SqliteConditionsStore(path).Write(connection =>
            {
                // Another process may have created the tables while this one waited for the lock.
                if (connection.Scalar<long>("PRAGMA application_id") == 0 && connection.Scalar<long>("SELECT count(*) FROM sqlite_master") == 0)
                {
                    connection.Execute(ConditionsSchema.Create);
                    connection.Execute("INSERT INTO schema VALUES ($version)", ("$version", ConditionsSchema.Version));
                    connection.Execute($"PRAGMA application_id = {ConditionsSchema.ApplicationId}");
                }

                return true;
            });
        }

        return Open(path);
    }

    /// <inheritdoc/>
    public PublicationReceipt Publish(PublicationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.RequirePublishable();
        byte[] content = PayloadCodec.Encode(request.Payload);
        PayloadId id = new(CanonicalJson.Digest(content));
        string type = request.Payload.TypeName;
        return Write(connection =>
        {
            TagTimeline before = ConditionsTables.Timeline(connection, request.Tag) ?? new TagTimeline(request.Tag, type, []);
            if (before.PayloadType != type)
            {
                throw new ConditionsException($"Payload '{type}' cannot be published under '{request.Tag}' (that tag holds '{before.PayloadType}'); choose another tag.");
            }

            TagInterval added = new(request.Iov, id, request.Verdict, request.Override, request.Note);
            (TagTimeline after, PublicationOutcome outcome) = before.Add(added);
            if (outcome == PublicationOutcome.Opened)
            {
                RequireNotFrozen(connection, request.Tag);
                ConditionsTables.Store(connection, id, type, content, before, after);
            }

            return new PublicationReceipt(id, outcome);
        });
    }

    /// <inheritdoc/>
    public ImmutableArray<TagTimeline> ListTags() => Read(connection =>
        connection.Query("SELECT name FROM tag ORDER BY name", row => new PayloadTag(row.GetString(0)))
            .Select(tag => ConditionsTables.Timeline(connection, tag)!)
            .ToImmutableArray());

    /// <inheritdoc/>
    public TagTimeline GetTag(PayloadTag tag) => Read(connection => ConditionsTables.Timeline(connection, tag) ?? throw NoSuch("Tag", tag.Name));

    /// <inheritdoc/>
    public Payload Read(PayloadId id)
    {
        byte[] content = Read(connection => connection.Query(
            "SELECT content FROM payload WHERE id = $id",
            row => row.GetFieldValue<byte[]>(0),
            ("$id", id.Hex)).FirstOrDefault()) ?? throw NoSuch("Payload", id.Hex);
        return CanonicalJson.Digest(content) == id.Hex
            ? PayloadCodec.Decode(content)
            : throw new ConditionsException($"Payload {id.Abbreviated} in '{_path}' is damaged (its content does not match its identity); restore the store from a copy.");
    }

    /// <inheritdoc/>
    public ImmutableArray<PayloadId> Find(string idPrefix)
    {
        ArgumentNullException.ThrowIfNull(idPrefix);
        return Read(connection => connection.Query(
            "SELECT id FROM payload WHERE substr(id, 1, length($prefix)) = $prefix ORDER BY id",
            row => new PayloadId(row.GetString(0)),
            ("$prefix", idPrefix)).ToImmutableArray());
    }

    /// <inheritdoc/>
    public GlobalTag CreateGlobalTag(string name, ImmutableArray<PayloadTag> tags, ChangeNote note) => Write(connection =>
    {
        if (ConditionsTables.GlobalTag(connection, name) is not null)
        {
            throw new ConditionsException($"Global tag '{name}' cannot be created (the name is taken); choose another name.");
        }

        ImmutableSortedDictionary<string, PayloadTag> members = ImmutableSortedDictionary<string, PayloadTag>.Empty;
        foreach (PayloadTag tag in tags)
        {
            string type = (ConditionsTables.Timeline(connection, tag) ?? throw NoSuch("Tag", tag.Name)).PayloadType;
            members = members.TryGetValue(type, out PayloadTag other)
                ? throw new ConditionsException($"Global tag '{name}' cannot hold both '{other}' and '{tag}' (both hold '{type}'); leave one out.")
                : members.Add(type, tag);
        }

        GlobalTag draft = GlobalTag.Draft(name, members, note);
        ConditionsTables.Store(connection, draft);
        return draft;
    });

    /// <inheritdoc/>
    public GlobalTag AdvanceGlobalTag(string name, GlobalTagState next, ChangeNote note) => Write(connection =>
    {
        GlobalTag after = (ConditionsTables.GlobalTag(connection, name) ?? throw NoSuch("Global tag", name)).Advance(next, note);
        ConditionsTables.StoreLastChange(connection, after);
        return after;
    });

    /// <inheritdoc/>
    public ImmutableArray<GlobalTag> ListGlobalTags() => Read(connection =>
        connection.Query("SELECT name FROM global_tag ORDER BY name", row => row.GetString(0))
            .Select(name => ConditionsTables.GlobalTag(connection, name)!)
            .ToImmutableArray());

    /// <inheritdoc/>
    public GlobalTag GetGlobalTag(string name) =>
        Read(connection => ConditionsTables.GlobalTag(connection, name) ?? throw NoSuch("Global tag", name));

    private static void RequireNotFrozen(SqliteConnection connection, PayloadTag tag)
    {
        string? holder = connection.Scalar<string>(
            """
            SELECT m.global_tag FROM global_tag_member m JOIN global_tag_change c ON c.global_tag = m.global_tag
            WHERE m.tag = $tag AND c.state <> 'Draft' LIMIT 1
            """,
            ("$tag", tag.Name));
        if (holder is not null)
        {
            throw new ConditionsException($"Tag '{tag}' cannot change (published global tag '{holder}' holds it); publish under a new tag and a new global tag.");
        }
    }

    private static void RequireKnownSchema(string path, SqliteConnection connection)
    {
        if (connection.Scalar<long>("PRAGMA application_id") != ConditionsSchema.ApplicationId)
        {
            throw new ConditionsException($"File '{path}' is not a conditions store (it belongs to another program); choose another file.");
        }

        long version = connection.Scalar<long>("SELECT version FROM schema");
        if (version != ConditionsSchema.Version)
        {
            throw new ConditionsException($"Conditions store '{path}' has schema version {version} (this program reads {ConditionsSchema.Version}); use a matching program.");
        }
    }

    private ConditionsException NoSuch(string kind, string name) => new($"{kind} '{name}' does not exist in '{_path}'; list the store to see what it holds.");

    private T Read<T>(Func<SqliteConnection, T> work) => Use(SqliteOpenMode.ReadOnly, connection =>
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: true);
        return work(connection);
    });

    private T Write<T>(Func<SqliteConnection, T> work) => Use(SqliteOpenMode.ReadWriteCreate, connection =>
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        T result = work(connection);
        transaction.Commit();
        return result;
    });

    private T Use<T>(SqliteOpenMode mode, Func<SqliteConnection, T> work)
    {
        try
        {
            using SqliteConnection connection = new(new SqliteConnectionStringBuilder
            {
                DataSource = _path,
                Mode = mode,
                ForeignKeys = true,
                Pooling = false,
                DefaultTimeout = LockTimeoutSeconds,
            }.ConnectionString);
            connection.Open();
            if (mode != SqliteOpenMode.ReadOnly)
            {
                connection.Execute("PRAGMA synchronous = FULL");
            }

            return work(connection);
        }
        catch (SqliteException fault)
        {
            throw new ConditionsException($"Conditions store '{_path}' cannot be used ({Cause(fault)}); {Remedy(fault)}.", fault);
        }
    }

    private static string Cause(SqliteException fault) => fault.SqliteErrorCode switch
    {
        5 or 6 => "another process holds its lock",
        8 or 3 => "it is not writable",
        11 => "the file is damaged",
        13 => "the disk is full",
        14 => "the file cannot be opened",
        26 => "the file is not a conditions store",
        _ => fault.Message,
    };

    private static string Remedy(SqliteException fault) => fault.SqliteErrorCode switch
    {
        5 or 6 => "try again when the other process is done",
        3 or 8 or 14 => "check the path and its permissions",
        11 => "restore it from a copy",
        13 => "make room and try again",
        _ => "choose another file",
    };
}
