using System.Collections.Immutable;
using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Storage.Conditions;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Isolux.Tests.Conditions;

public sealed class SqliteConditionsStoreTests : IDisposable
{
    private static readonly ChangeNote Note = new("tester", "test", DateTimeOffset.UnixEpoch);

    private readonly string _folder = Directory.CreateTempSubdirectory("isolux-conditions").FullName;

    private string StorePath => Path.Combine(_folder, "constants.sqlite");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_published_global_tag_resolves_to_its_payloads()
    {
        SqliteConditionsStore store = Filled();
        ConditionsSnapshot snapshot = ConditionsSnapshot.Resolve(SqliteConditionsStore.Open(StorePath), "first-light", new RunNumber(12));
        Assert.Equal(1345.0, snapshot.Get<LightYieldPayload>().ValuePePerMeV);
        SnapshotEntry entry = Assert.Single(snapshot.Entries);
        Assert.Equal(new PayloadTag("y0"), entry.Tag);
        Assert.Equal(PayloadCodec.Identify(Light(1345.0)), entry.Payload);
        Assert.Equal([entry.Payload], store.Find(entry.Payload.Abbreviated));
        Assert.Equal(Note, store.GetGlobalTag("first-light").History[1].Note);
    }

    [Fact]
    public void A_missing_constant_names_tag_type_and_run()
    {
        SqliteConditionsStore store = Filled();
        MissingConstantException early = Assert.Throws<MissingConstantException>(
            () => ConditionsSnapshot.Resolve(store, "first-light", new RunNumber(9)).Get<LightYieldPayload>());
        Assert.Equal(("first-light", "lightYield", new RunNumber(9), new PayloadTag("y0")), (early.GlobalTag, early.PayloadType, early.Run, early.Tag));
        MissingConstantException never = Assert.Throws<MissingConstantException>(
            () => ConditionsSnapshot.Resolve(store, "first-light", new RunNumber(12)).Get<DarkNoisePayload>());
        Assert.Null(never.Tag);
    }

    [Fact]
    public void A_rejected_fit_is_published_only_with_a_signature_which_is_kept()
    {
        SqliteConditionsStore store = SqliteConditionsStore.OpenOrCreate(StorePath);
        PublicationRequest request = Request(0, 1300.0) with { Verdict = PublicationVerdict.Rejected };
        Assert.Throws<ConditionsException>(() => store.Publish(request));
        Assert.Empty(store.ListTags());
        ChangeNote signature = new("shift leader", "pilot run, peak confirmed by eye", DateTimeOffset.UnixEpoch);
        store.Publish(request with { Override = signature });
        TagInterval interval = Assert.Single(store.GetTag(new PayloadTag("y0")).Intervals);
        Assert.Equal((PublicationVerdict.Rejected, signature), (interval.Verdict, interval.Override));
    }

    [Fact]
    public void Publishing_the_same_content_again_changes_nothing()
    {
        SqliteConditionsStore store = SqliteConditionsStore.OpenOrCreate(StorePath);
        Assert.Equal(PublicationOutcome.Opened, store.Publish(Request(0, 1345.0)).Outcome);
        Assert.Equal(PublicationOutcome.AlreadyValid, store.Publish(Request(5, 1345.0)).Outcome);
        Assert.Equal(PublicationOutcome.Opened, store.Publish(Request(8, 1344.0)).Outcome);
        Assert.Equal(["[0, 8)", "[8, open)"], store.GetTag(new PayloadTag("y0")).Intervals.Select(i => i.Iov.ToString()));
    }

    [Fact]
    public void Global_tags_go_one_way_and_freeze_their_tags()
    {
        SqliteConditionsStore store = Filled();
        Assert.Throws<ConditionsException>(() => store.Publish(Request(20, 1340.0)));
        Assert.Throws<ConditionsException>(() => store.AdvanceGlobalTag("first-light", GlobalTagState.Draft, Note));
        Assert.Throws<ConditionsException>(() => store.AdvanceGlobalTag("first-light", GlobalTagState.Published, Note));
        store.AdvanceGlobalTag("first-light", GlobalTagState.Invalidated, new ChangeNote("tester", "wrong gain", DateTimeOffset.UnixEpoch));
        ConditionsException refusal = Assert.Throws<ConditionsException>(() => ConditionsSnapshot.Resolve(store, "first-light", new RunNumber(12)));
        Assert.Contains("wrong gain", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ConditionsException>(() => store.AdvanceGlobalTag("first-light", GlobalTagState.Published, Note));
    }

    [Fact]
    public void A_difference_shows_runs_and_headline_values()
    {
        SqliteConditionsStore store = Filled();
        store.Publish(Request(10, 1345.0) with { Tag = new PayloadTag("y0-b") });
        store.Publish(Request(20, 1331.0) with { Tag = new PayloadTag("y0-b") });
        store.CreateGlobalTag("second", [new PayloadTag("y0-b")], Note);
        ConditionsDifference difference = Assert.Single(GlobalTagComparison.Compare(store, "first-light", "second"));
        Assert.Equal("[20, open)", difference.Runs.ToString());
        Assert.Equal(-14.0, Assert.Single(difference.Headlines).Difference);
        Assert.Empty(GlobalTagComparison.Compare(store, "second", "second"));
    }

    [Fact]
    public void Foreign_newer_truncated_and_missing_files_are_refused_in_one_sentence()
    {
        Assert.Contains("does not exist", Refusal(), StringComparison.Ordinal);
        File.WriteAllText(StorePath, new string('x', 5000));
        Assert.Contains("not a conditions store", Refusal(), StringComparison.Ordinal);
        File.Delete(StorePath);
        Run("CREATE TABLE somebody_else (x)");
        Assert.Contains("another program", Refusal(), StringComparison.Ordinal);
        Assert.Throws<ConditionsException>(() => SqliteConditionsStore.OpenOrCreate(StorePath));
        File.Delete(StorePath);
        Filled();
        Run("UPDATE schema SET version = 2");
        Assert.Contains("schema version 2", Refusal(), StringComparison.Ordinal);
        Run("UPDATE schema SET version = 1");
        using (FileStream file = File.OpenWrite(StorePath))
        {
            file.SetLength(file.Length / 2);
        }

        Assert.DoesNotContain('\n', Refusal());
    }

    [Fact]
    public void A_payload_that_was_tampered_with_is_refused()
    {
        SqliteConditionsStore store = Filled();
        Run("UPDATE payload SET content = CAST(replace(CAST(content AS TEXT), '1345', '1346') AS BLOB)");
        Assert.Throws<ConditionsException>(() => ConditionsSnapshot.Resolve(store, "first-light", new RunNumber(12)));
    }

    [Fact]
    public void Writers_that_publish_at_once_lose_nothing()
    {
        const int Writers = 8;
        Parallel.For(0, Writers, new ParallelOptions { MaxDegreeOfParallelism = 4 }, writer =>
            SqliteConditionsStore.OpenOrCreate(StorePath).Publish(Request(0, 1300.0 + writer) with { Tag = new PayloadTag($"tag-{writer}") }));
        SqliteConditionsStore store = SqliteConditionsStore.Open(StorePath);
        Assert.Equal(Writers, store.ListTags().Length);
        Assert.Equal(Writers, store.Find(string.Empty).Length);
    }

    [Fact]
    public void A_writer_that_dies_in_its_transaction_leaves_the_store_as_it_was()
    {
        Filled();
        byte[] before = File.ReadAllBytes(StorePath);
        using (SqliteConnection connection = new($"Data Source={StorePath};Pooling=False"))
        {
            connection.Open();
            using SqliteTransaction transaction = connection.BeginTransaction();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA cache_spill = 1; INSERT INTO payload SELECT hex(randomblob(32)), 'x', zeroblob(100000) FROM interval";
            command.ExecuteNonQuery();
        }

        Assert.Equal(before, File.ReadAllBytes(StorePath));
        SqliteConditionsStore.Open(StorePath);
    }

    private static LightYieldPayload Light(double value) => new(value, 0.5, "n-H at the centre");

    private static PublicationRequest Request(int first, double value) => new(
        new PayloadTag("y0"), Iov.From(new RunNumber(first)), Light(value), PublicationVerdict.Accepted, Note);

    private SqliteConditionsStore Filled()
    {
        SqliteConditionsStore store = SqliteConditionsStore.OpenOrCreate(StorePath);
        store.Publish(Request(10, 1345.0));
        store.CreateGlobalTag("first-light", [new PayloadTag("y0")], Note);
        store.AdvanceGlobalTag("first-light", GlobalTagState.Published, Note);
        return store;
    }

    private string Refusal() => Assert.Throws<ConditionsException>(() => SqliteConditionsStore.Open(StorePath)).Message;

    private void Run(string sql)
    {
        using SqliteConnection connection = new($"Data Source={StorePath};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant statements of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
