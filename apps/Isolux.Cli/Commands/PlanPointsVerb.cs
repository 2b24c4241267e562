using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Isolux.Campaign.Planning;
using Isolux.Cli.Options;
using Isolux.Detector;
using Isolux.Reporting;
using Isolux.Simulation.Response;
using Isolux.Storage.Cache;
using Isolux.Storage.Campaigns;
using Isolux.Storage.Output;
using Isolux.Strategy.Points;
using Isolux.Strategy.Provenance;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux plan points</c>: where to measure.</summary>
internal sealed class PlanPointsVerb : Verb
{
    private const int LeastPoints = 12;
    private const int MostPoints = 1000;
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly SimulationOptions _simulation = new();
    private readonly Option<string> _campaign = CampaignOption.Create();
    private readonly Option<string?> _out = ResultFolderOption.Create("Write the best points as a table for campaigns, the result and figures into this folder.");
    private readonly Option<int[]> _count = new("--count")
    {
        Description = "Compare sets of so many points too; may be repeated. Systems keep their shares.",
        HelpName = "N",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<double> _statistics = new("--statistics")
    {
        Description = "Scale the number of positrons that judge, 0.001 to 1000.",
        HelpName = "FACTOR",
        DefaultValueFactory = _ => 1,
    };

    public PlanPointsVerb(CommandContext context)
        : base(
            "points",
            "Choose calibration points that leave the least resolution, and say what each is worth.",
            "isolux plan points",
            "isolux plan points --campaign comprehensive --count 50 --count 100 --out points --json")
    {
        _context = context;
        _count.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => int.TryParse(token.Value, CultureInfo.InvariantCulture, out int count) && count is < LeastPoints or > MostPoints) is { } wrong)
            {
                result.AddError($"'{wrong.Value}' cannot be the value of --count, which must be from {LeastPoints} to {MostPoints}");
            }
        });
        _statistics.Validators.Add(result => Requirement.Within(result, 1e-3, 1e3));
        foreach (Option option in new Option[] { _campaign, _count, _statistics, _out })
        {
            Add(option);
        }

        _detector.AddTo(this);
        _simulation.AddTo(this);
        SetAction((parsed, cancellation) => Task.FromResult(Choose(parsed, cancellation)));
    }

    private int Choose(ParseResult parsed, CancellationToken cancellation)
    {
        DetectorDescription detector = _detector.Load(parsed);
        ExpandedPlan plan = CampaignPlanner.Expand(CampaignFile.Read(CampaignCatalogue.Find(parsed.GetRequiredValue(_campaign))), detector);
        PointStudySettings settings = new()
        {
            Seed = parsed.GetValue(_simulation.Seed),
            Threads = parsed.GetValue(_simulation.Threads),
            StatisticsFactor = parsed.GetValue(_statistics),
            Counts = [.. parsed.GetRequiredValue(_count)],
        };
        string? folder = parsed.GetValue(_out) is { } given ? Path.GetFullPath(given) : null;
        if (folder is not null)
        {
            OutputFolder.EnsureWritable(folder);
        }

        ResponseMapProvider maps = new(
            new FolderMapStore(_context.Surroundings.CacheFolder, _context.Terminal.Error.WriteLine), ResponseMapSettings.ForStatistics(settings.StatisticsFactor), settings.Threads);
        PointStudyResult result = _context.Progress.Show(stages => new PointStudy(detector, plan, maps, settings).Evaluate(stages, cancellation));
        if (folder is not null)
        {
            Write(folder, result, plan);
        }

        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(new { FormatVersion = 1, Result = result, Folder = folder });
        }
        else
        {
            Print(result, folder);
        }

        return (int)ExitCode.Done;
    }

    private void Write(string folder, PointStudyResult result, ExpandedPlan plan)
    {
        ProgramIdentity program = ProgramIdentityReader.Read(typeof(PlanPointsVerb).Assembly);
        string made = $"Isolux {program.Version}  ·  {_context.Surroundings.Clock.GetUtcNow():yyyy-MM-dd}";
        foreach (ReportFile file in new PlanFigures(made).Points(result))
        {
            AtomicFile.WriteBytes(Path.Combine(folder, file.Name), file.Content.AsSpan());
        }

        string[] lines =
        [
            $"# source: chosen by isolux plan points (Isolux {program.Version}) for the campaign {plan.Name} in {plan.Detector}",
            "system,rhoM,zM",
            .. result.Best.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.System},{point.RhoM:0.####},{point.ZM:0.####}")),
        ];
        AtomicFile.WriteText(Path.Combine(folder, "points.csv"), string.Join('\n', lines) + "\n");
        AtomicFile.WriteText(Path.Combine(folder, "result.json"), OutputJson.Write(result));
    }

    private void Print(PointStudyResult result, string? folder)
    {
        var sets = new ResultTable("points chosen", "N", "used", "rms [%]", "beyond 16 m [%]", "of the azimuthal mean [%]", "a~ [%]", "change [%]", "error [%]");
        foreach (PointSetSummary set in result.Sets)
        {
            sets.Add(
                set.Method, $"{set.Count}", $"{set.Used}", $"{set.FiducialRmsPercent:F3}", $"{set.EdgeRmsPercent:F3}", $"{set.AxialRmsPercent:F3}", $"{set.ATildePercent:F4}",
                $"{set.ATildeChangePercent:+0.0000;-0.0000;0.0000}", $"{set.ATildeChangeErrorPercent:F4}");
        }

        sets.Print(_context.Terminal, $"Points for {result.Source} in {result.Detector}, chosen among {result.Candidates} reachable places; the declared ones are those of {result.Campaign}.");
        var systems = new ResultTable("system", "points", "min", "a~ without it [%]", "error [%]", "1e-6 % of a~ per min");
        foreach (ValuedSystem system in result.Systems)
        {
            systems.Add(system.System, $"{system.Points}", $"{system.Minutes:F0}", $"{system.ATildeLossPercent:+0.0000;-0.0000}", $"{system.ErrorPercent:F4}", $"{system.MicroPercentPerMinute:F0}");
        }

        systems.Print(_context.Terminal, $"What systems are worth. Without any map a~ is {result.UncorrectedATildePercent:F3} %, with a perfect map of radius and angle {result.AxialLimitATildePercent:F4} %.");
        var points = new ResultTable("most valuable declared points", "rho [m]", "z [m]", "1e-6 % of a~ per min");
        foreach (ValuedPoint point in result.Declared.OrderByDescending(point => point.MicroPercentPerMinute).Take(8))
        {
            points.Add(point.System, $"{point.RhoM:F2}", $"{point.ZM:F2}", $"{point.MicroPercentPerMinute:F0}");
        }

        points.Print(_context.Terminal);
        if (folder is not null)
        {
            _context.Terminal.Output.WriteLine($"Written to {folder}: points.csv, result and figures.");
        }
    }
}
