using System.Collections.Immutable;
using System.CommandLine;
using Isolux.Campaign.Engine;
using Isolux.Campaign.Kinematics;
using Isolux.Campaign.Planning;
using Isolux.Cli.Options;
using Isolux.Cli.Runs;
using Isolux.Detector;
using Isolux.SimulatedHardware;
using Isolux.SimulatedHardware.Faults;
using Isolux.Storage.Campaigns;
using Isolux.Storage.Documents;
using Isolux.Storage.Output;
using Spectre.Console;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux deploy</c>: runs a campaign on hardware.</summary>
internal sealed class DeployVerb : Verb
{
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly Argument<string> _campaign = new("campaign") { Description = "Campaign: a name under campaigns/ or a file.", HelpName = "NAME|FILE" };
    private readonly Option<string> _hardware = new("--hardware") { Description = "Hardware to run on.", DefaultValueFactory = _ => "simulated" };
    private readonly Option<string?> _faults = new("--faults") { Description = "What goes wrong: a document of faults.", HelpName = "FILE" };
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on with the run in the folder." };
    private readonly Option<string?> _folder = ResultFolderOption.Create("Folder of the run's record; deployments/<detector>-<campaign> by default.");
    private readonly Option<DateOnly?> _date = DateOption.Create("Date on which the campaign starts; 2025-01-01 by default.");
    private readonly Option<ulong> _seed = new("--seed") { Description = "Seed of measurement noise.", HelpName = "N", DefaultValueFactory = _ => 1 };

    public DeployVerb(CommandContext context)
        : base("deploy", "Run a campaign on hardware: move sources, take data, lose nothing.", "isolux deploy weekly --hardware simulated", "isolux deploy weekly --hardware simulated --resume --json")
    {
        _context = context;
        _hardware.AcceptOnlyFromAmong("simulated");
        Add(_campaign);
        Add(_hardware);
        Add(_faults);
        Add(_resume);
        Add(_folder);
        Add(_date);
        Add(_seed);
        _detector.AddTo(this);
        SetAction((parsed, signal) => Task.FromResult(Deploy(parsed, signal)));
    }

    private int Deploy(ParseResult parsed, CancellationToken signal)
    {
        DetectorDescription detector = _detector.Load(parsed);
        ExpandedPlan declared = CampaignPlanner.Expand(CampaignFile.Read(CampaignCatalogue.Find(parsed.GetRequiredValue(_campaign))), detector);
        ExpandedPlan plan = LoopAssignment.Apply(declared, DeploymentUnit.Of(detector));
        string folder = Path.GetFullPath(parsed.GetValue(_folder) ?? Path.Combine("deployments", $"{detector.Name}-{plan.Name}"));
        var journal = new FolderRunJournal(folder);
        if (journal.HasRun != parsed.GetValue(_resume))
        {
            throw new UsageException(journal.HasRun
                ? $"the folder {folder} holds a run (it would be overwritten) give --resume to go on with it, or another folder with --out."
                : $"there is nothing to resume (the folder {folder} holds no run) leave out --resume, or name its folder with --out.");
        }

        AtomicFile.WriteBytes(Path.Combine(folder, "plan.json"), plan.ToJson());
        Checkpoint? found = journal.Load();
        DateOnly date = parsed.GetValue(_date) ?? new DateOnly(2025, 1, 1);
        var site = new SimulatedSite(
            detector,
            parsed.GetValue(_seed),
            Faults(parsed.GetValue(_faults)),
            found?.Started ?? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero),
            found?.Memory ?? string.Empty);
        EngineOutcome outcome = Show(progress => new RunEngine(plan, detector, site, journal, new SignalOperator(signal), progress: progress).Run());
        signal.ThrowIfCancellationRequested();
        Checkpoint end = journal.Load()!;
        var report = new DeploymentReport(
            1, plan.Name, detector.Name, outcome, end.Points, plan.Steps.Length, end.NextStep, site.NowSeconds / 60.0, plan.TotalMinutes, end.Documents, plan.Digest, folder);
        Print(report, parsed.GetValue(_context.Json));
        return (int)(outcome == EngineOutcome.Completed ? ExitCode.Done : ExitCode.Failed);
    }

    private static ImmutableArray<Fault> Faults(string? file) => file is null ? [] : StrictJson.Read<FaultDocument>(file).Faults;

    private EngineOutcome Show(Func<IProgress<EngineProgress>, EngineOutcome> run)
    {
        if (_context.Terminal.Kind == TerminalKind.Stream)
        {
            return run(new DeploymentLines(_context.Terminal.Error));
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(_context.Terminal.Error) });
        return console.Live(new Table()).Start(display => run(new DeploymentTable(display)));
    }

    private void Print(DeploymentReport report, bool asJson)
    {
        if (asJson)
        {
            _context.PrintJson(report);
            return;
        }

        new ResultTable("quantity", "value")
            .Add("outcome", report.Outcome.ToString().ToLowerInvariant())
            .Add("points", $"{report.Points}")
            .Add("steps", $"{report.StepsDone} of {report.Steps}")
            .Add("elapsed [min]", $"{report.ElapsedMinutes:F0}")
            .Add("planned [min]", $"{report.PlannedMinutes}")
            .Add("record", report.Folder)
            .Print(_context.Terminal, $"Campaign {report.Campaign} in {report.Detector}.");
        if (report.Outcome != EngineOutcome.Completed)
        {
            _context.Say($"the campaign did not complete ({report.Outcome.ToString().ToLowerInvariant()}; the record says why) see documents.jsonl in {report.Folder}.");
        }
    }
}
