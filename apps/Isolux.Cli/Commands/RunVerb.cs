using System.CommandLine;
using Isolux.Cli.Options;
using Isolux.Cli.Runs;
using Isolux.Reporting;
using Isolux.Storage.Output;
using Isolux.Strategy.Provenance;
using Isolux.Strategy.Report;
using Isolux.Strategy.Summary;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux run</c>: a whole calibration campaign.</summary>
internal sealed class RunVerb : Verb
{
    private readonly CommandContext _context;
    private readonly CalibrationRun _calibrate;
    private readonly DetectorOptions _detector = new();
    private readonly SimulationOptions _simulation = new();
    private readonly Option<string> _campaign = CampaignOption.Create();
    private readonly Option<string> _out = new("--out") { Description = "Folder of the results; runs/<detector>-<campaign>-<seed> by default.", HelpName = "DIR" };
    private readonly Option<bool> _full = new("--full") { Description = "Compute every section there is." };
    private readonly Option<string> _variationBase = new("--variation-base")
    {
        Description = "With --full, the row that detectors are varied from: qe-spread, or vertex-smearing for nominal photosensors.",
        HelpName = "ROW",
        DefaultValueFactory = _ => RunRequestReader.DefaultVariationBase,
    };

    private readonly Option<double> _statistics = new("--statistics")
    {
        Description = "Scale the number of simulated events, 0.001 to 1000.",
        HelpName = "FACTOR",
        DefaultValueFactory = _ => 1,
    };

    public RunVerb(CommandContext context, CalibrationRun calibrate)
        : base(
            "run",
            "Simulate, reconstruct and calibrate a campaign; write summary, report, constants and manifest.",
            "isolux run",
            "isolux run --campaign comprehensive --statistics 0.1 --seed 7 --out my-run --json")
    {
        _context = context;
        _calibrate = calibrate;
        _detector.AddTo(this);
        _statistics.Validators.Add(result => Requirement.Within(result, 1e-3, 1e3));
        foreach (Option option in new Option[] { _campaign, _out, _statistics, _full, _variationBase })
        {
            Add(option);
        }

        _simulation.AddTo(this);
        SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        RunRequest request = RunRequestReader.Read(
            parsed.GetRequiredValue(_detector.Detector),
            [.. parsed.GetRequiredValue(_detector.Overlay)],
            parsed.GetRequiredValue(_campaign),
            parsed.GetValue(_simulation.Seed),
            parsed.GetValue(_statistics),
            parsed.GetValue(_full) ? RunExtent.Full : RunExtent.Standard,
            parsed.GetRequiredValue(_variationBase),
            parsed.GetValue(_simulation.Threads));
        string place = parsed.GetValue(_out) ?? Path.Combine("runs", $"{request.Detector.Name}-{request.Plan.Name}-{request.Inputs.Seed}");
        RunFolder folder = RunFolder.Open(place, request.Inputs);
        if (File.Exists(folder.ManifestFile) && File.Exists(folder.SummaryFile))
        {
            _context.Say($"{place} already holds this run; nothing was computed again.");
        }
        else
        {
            Compute(folder, request, [.. parsed.Tokens.Select(t => t.Value)], cancellation);
        }

        RunSummary summary = OutputJson.Read<RunSummary>(folder.SummaryFile);
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(summary);
        }
        else
        {
            SummaryTable.Print(_context.Terminal, summary, place);
        }

        return (int)ExitCode.Done;
    }

    private void Compute(RunFolder folder, RunRequest request, string[] commandLine, CancellationToken cancellation)
    {
        var composer = new ReportComposer();
        AtomicFile.WriteBytes(folder.PlanFile, request.Plan.ToJson());
        ReportContent content = new RunExecutor(_context, _calibrate).Execute(request, folder.ConstantsFile, [.. commandLine], cancellation);
        AtomicFile.WriteText(folder.SummaryFile, OutputJson.Write(content.Summary));
        foreach (ReportFile file in composer.Compose(content))
        {
            AtomicFile.WriteBytes(Path.Combine(folder.ReportFolder, file.Name), file.Content.AsSpan());
        }

        // Last, because its presence says that the run is complete.
        AtomicFile.WriteText(folder.ManifestFile, OutputJson.Write(content.Manifest));
    }
}
