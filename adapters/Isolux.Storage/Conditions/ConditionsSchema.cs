namespace Isolux.Storage.Conditions;

/// <summary>Tables of the conditions store, version 1.</summary>
internal static class ConditionsSchema
{
    /// <summary>Marks a SQLite file as a conditions store (the letters "ISLX").</summary>
    public const int ApplicationId = 0x49534C58;

    /// <summary>Version of the tables.</summary>
    public const int Version = 1;

    /// <summary>Creates all tables. Payloads are never changed or deleted; an interval is changed only to close its open end.</summary>
    public const string Create =
        """
        CREATE TABLE schema (version INTEGER NOT NULL);
        CREATE TABLE payload (
            id TEXT PRIMARY KEY,
            type TEXT NOT NULL,
            content BLOB NOT NULL);
        CREATE TABLE tag (
            name TEXT PRIMARY KEY,
            type TEXT NOT NULL);
        CREATE TABLE interval (
            tag TEXT NOT NULL REFERENCES tag(name),
            first_run INTEGER NOT NULL CHECK (first_run >= 0),
            next_run INTEGER CHECK (next_run > first_run),
            payload TEXT NOT NULL REFERENCES payload(id),
            verdict TEXT NOT NULL,
            author TEXT NOT NULL, reason TEXT NOT NULL, time TEXT NOT NULL,
            override_author TEXT, override_reason TEXT, override_time TEXT,
            CHECK (verdict = 'Accepted' OR override_author IS NOT NULL),
            PRIMARY KEY (tag, first_run));
        CREATE TABLE global_tag (name TEXT PRIMARY KEY);
        CREATE TABLE global_tag_member (
            global_tag TEXT NOT NULL REFERENCES global_tag(name),
            type TEXT NOT NULL,
            tag TEXT NOT NULL REFERENCES tag(name),
            PRIMARY KEY (global_tag, type));
        CREATE TABLE global_tag_change (
            global_tag TEXT NOT NULL REFERENCES global_tag(name),
            step INTEGER NOT NULL,
            state TEXT NOT NULL,
            author TEXT NOT NULL, reason TEXT NOT NULL, time TEXT NOT NULL,
            PRIMARY KEY (global_tag, step));
        """;
}
