using System.Collections.Immutable;
using System.Text;
using Isolux.Campaign.Engine;
using Isolux.Campaign.Planning;
using Isolux.SimulatedHardware;
using Isolux.SimulatedHardware.Faults;
using Isolux.Storage.Campaigns;
using Isolux.Tests.Storage;
using Xunit;

namespace Isolux.Tests.Deployment;

public sealed class RunEngineTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Killed_after_any_write_it_goes_on_to_the_same_documents()
    {
        string whole = Run(new FolderRunJournal(Folder("whole")), []);
        int saves = whole.Count(c => c == '\n');
        Assert.InRange(saves, 10, 100);
        for (int kill = 1; kill <= saves; kill++)
        {
            string folder = Folder($"killed-{kill}");
            try
            {
                Run(new DyingJournal(new FolderRunJournal(folder), kill), []);
            }
            catch (HostKilledException)
            {
                File.AppendAllText(Path.Combine(folder, "documents.jsonl"), "{\"kind\":\"poi");
            }

            Assert.Equal(whole, Run(new FolderRunJournal(folder), []));
        }
    }

    [Fact]
    public void Killed_between_documents_and_checkpoint_it_goes_on_to_the_same_documents()
    {
        string whole = Run(new FolderRunJournal(Folder("whole")), []);
        int saves = whole.Count(c => c == '\n');
        for (int kill = 2; kill <= saves; kill++)
        {
            string folder = Folder($"torn-{kill}");
            try
            {
                Run(new TearingJournal(new FolderRunJournal(folder), folder, kill), []);
            }
            catch (HostKilledException)
            {
            }

            Assert.Equal(whole, Run(new FolderRunJournal(folder), []));
        }
    }

    [Fact]
    public void Killed_at_any_write_under_random_faults_it_goes_on_to_the_same_documents()
    {
        ExpandedPlan[] plans = [SmallCampaign.AxisAndTube, SmallCampaign.TubeAndLoop, SmallCampaign.VehicleAndAxis, SmallCampaign.ThreeSources];

        // The first four without faults; then seeds that end in every way, among them those that once went on with the plan after a rescue had begun.
        foreach (int seed in new[] { 0, 1, 2, 3, 6, 15, 18, 53 })
        {
            ExpandedPlan plan = plans[seed % 4];
            ImmutableArray<Fault> faults = seed < 4 ? [] : [.. FaultSchedule.Random((ulong)seed, plan.Steps.Sum(s => s.TravelMinutes + s.DataMinutes) + 30.0).Where(f => f.Kind != FaultKind.HostKilled)];
            var whole = new MemoryJournal(0);
            Resume(plan, faults, whole);
            for (int kill = 1; kill <= whole.Saves; kill++)
            {
                var killed = new MemoryJournal(kill);
                Assert.Throws<HostKilledException>(() => Resume(plan, faults, killed));
                Resume(plan, faults, killed);
                Assert.Equal(whole.Lines, killed.Lines);
            }
        }

        static void Resume(ExpandedPlan plan, ImmutableArray<Fault> faults, MemoryJournal journal) => new RunEngine(
            plan, SmallCampaign.Detector, new SimulatedSite(SmallCampaign.Detector, 1, faults, Start, journal.Load()?.Memory ?? string.Empty), journal, UninterruptedOperator.Instance).Run();
    }

    [Theory]
    [InlineData(FaultKind.OxygenRise)]
    [InlineData(FaultKind.RadonRise)]
    [InlineData(FaultKind.DataAcquisitionDown)]
    [InlineData(FaultKind.HighVoltageDown)]
    public void Bad_conditions_suspend_and_every_point_is_still_taken_once(FaultKind kind)
    {
        string documents = Run(new FolderRunJournal(Folder("conditions")), [new Fault(kind, 0, 20.0, 30.0, 50.0)]);
        Assert.Contains("suspended (", documents, StringComparison.Ordinal);
        Assert.Contains("resumed, everything checked anew", documents, StringComparison.Ordinal);
        Assert.Equal(3, Lines(documents, "point"));
        Assert.Contains("\"outcome\":\"completed\"", documents, StringComparison.Ordinal);
    }

    [Fact]
    public void What_changed_during_a_suspension_is_found_before_work_resumes()
    {
        string documents = Run(new FolderRunJournal(Folder("changed")), [new Fault(FaultKind.OxygenRise, 0, 20.0, 30.0, 50.0), new Fault(FaultKind.WrongLimits, 0, 30.0, 0.0, 0.0)]);
        int mended = documents.IndexOf("limits set anew", StringComparison.Ordinal);
        Assert.InRange(mended, documents.IndexOf("suspended (oxygen)", StringComparison.Ordinal), documents.IndexOf("resumed, everything", StringComparison.Ordinal));
        Assert.Equal(3, Lines(documents, "point"));
    }

    [Theory]
    [InlineData(OperatorRequest.PauseNow, "completed", 3)]
    [InlineData(OperatorRequest.PauseSoon, "completed", 3)]
    [InlineData(OperatorRequest.Abort, "aborted", 0)]
    [InlineData(OperatorRequest.Halt, "halted", 0)]
    public void Requests_of_the_operator_are_served(OperatorRequest request, string outcome, int points)
    {
        string documents = Run(new FolderRunJournal(Folder("requests")), [], new ScriptedOperator(request));
        Assert.Contains($"\"outcome\":\"{outcome}\"", documents, StringComparison.Ordinal);
        Assert.Equal(points, Lines(documents, "point"));
        Assert.Equal(request == OperatorRequest.Halt, documents.Contains("\"action\":\"stuck\"", StringComparison.Ordinal));
    }

    [Fact]
    public void The_wrong_source_is_noticed_and_exchanged()
    {
        string documents = Run(new FolderRunJournal(Folder("wrong")), [new Fault(FaultKind.WrongSourceMounted, 0, 0.0, 15.0, 0.0)]);
        Assert.Contains("wrong source", documents, StringComparison.Ordinal);
        Assert.Equal(3, Lines(documents, "point"));
    }

    [Fact]
    public void Hysteresis_waits_for_the_lower_limit_and_the_hold()
    {
        Suspender suspender = new("oxygen", 10.0, 0.8, TimeSpan.FromMinutes(5));
        Assert.False(After(0.0, 9.9));
        Assert.True(After(1.0, 10.1));
        Assert.True(After(2.0, 9.0));
        Assert.True(After(3.0, 7.9));
        Assert.True(After(7.0, 7.9));
        Assert.False(After(8.0, 7.9));

        bool After(double minutes, double value)
        {
            suspender.Update(value, Start.AddMinutes(minutes));
            return suspender.IsSuspending;
        }
    }

    public void Dispose() => _folder.Dispose();

    private static int Lines(string documents, string kind) =>
        documents.Split('\n').Count(line => line.Contains($"\"kind\":\"{kind}\"", StringComparison.Ordinal));

    private string Folder(string name) => Path.Combine(_folder.Path, name);

    private string Run(IRunJournal journal, ImmutableArray<Fault> faults, IOperator? @operator = null)
    {
        Checkpoint? found = journal.Load();
        var site = new SimulatedSite(SmallCampaign.Detector, 1, faults, Start, found?.Memory ?? string.Empty);
        new RunEngine(SmallCampaign.AxisAndTube, SmallCampaign.Detector, site, journal, @operator ?? UninterruptedOperator.Instance).Run();
        string folder = Directory.GetDirectories(_folder.Path).OrderBy(Directory.GetLastWriteTimeUtc).Last();
        return Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(folder, "documents.jsonl")));
    }

    private sealed class DyingJournal(IRunJournal inner, int afterSaves) : IRunJournal
    {
        private int _saves;

        public Checkpoint? Load() => inner.Load();

        public void Save(Checkpoint checkpoint, ImmutableArray<RunDocument> documents)
        {
            inner.Save(checkpoint, documents);
            if (++_saves == afterSaves)
            {
                throw new HostKilledException();
            }
        }
    }

    // Dies when the documents are on the disk and the checkpoint that counts them is half written under another name.
    private sealed class TearingJournal(IRunJournal inner, string folder, int atSave) : IRunJournal
    {
        private int _saves;

        public Checkpoint? Load() => inner.Load();

        public void Save(Checkpoint checkpoint, ImmutableArray<RunDocument> documents)
        {
            if (++_saves == atSave)
            {
                string checkpointFile = Path.Combine(folder, "checkpoint.json");
                byte[] before = File.ReadAllBytes(checkpointFile);
                inner.Save(checkpoint, documents);
                File.WriteAllBytes(checkpointFile + ".partial", File.ReadAllBytes(checkpointFile)[..100]);
                File.WriteAllBytes(checkpointFile, before);
                throw new HostKilledException();
            }

            inner.Save(checkpoint, documents);
        }
    }

    private sealed class MemoryJournal(int killAtSave) : IRunJournal
    {
        private Checkpoint? _checkpoint;

        public List<string> Lines { get; } = [];

        public int Saves { get; private set; }

        public Checkpoint? Load() => _checkpoint;

        public void Save(Checkpoint checkpoint, ImmutableArray<RunDocument> documents)
        {
            _checkpoint = checkpoint;
            Lines.AddRange(documents.Select(document => Encoding.UTF8.GetString(document.ToJson())));
            if (++Saves == killAtSave)
            {
                throw new HostKilledException();
            }
        }
    }

    private sealed class ScriptedOperator(OperatorRequest request) : IOperator
    {
        private bool _asked;

        public OperatorRequest Poll(EngineState state, TimeSpan elapsed)
        {
            if (!_asked && elapsed > TimeSpan.FromMinutes(15))
            {
                _asked = true;
                return request;
            }

            return state == EngineState.Paused ? OperatorRequest.Resume : OperatorRequest.None;
        }
    }
}
