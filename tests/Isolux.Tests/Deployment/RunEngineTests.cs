using System.Collections.Immutable;
using System.Text;
using Isolux.Campaign.Engine;
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
