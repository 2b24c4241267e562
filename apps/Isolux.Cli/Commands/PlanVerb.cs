using System.Collections.Immutable;
using System.CommandLine;
using Isolux.Campaign.Documents;
using Isolux.Campaign.Interpreters;
using Isolux.Campaign.Kinematics;
using Isolux.Campaign.Planning;
using Isolux.Cli.Options;
using Isolux.Detector;
using Isolux.Reporting;
using Isolux.Storage.Campaigns;
using Isolux.Storage.Output;
using Isolux.Strategy.Pricing;
using Isolux.Strategy.Provenance;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux plan</c>: what a campaign will do and cost, before it runs.</summary>
internal sealed class PlanVerb : Verb
{
    private const ulong PricingSeed = 1;
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly Argument<string> _campaign = new("campaign") { Description = "Campaign: a name under campaigns/ or a file.", HelpName = "NAME|FILE" };
    private readonly Option<DateOnly?> _date = DateOption.Create("Date of the sources' rates, YYYY-MM-DD; each source's reference date without it.");
    private readonly Option<bool> _optimise = new("--optimise") { Description = "Also search shorter routes and report the gain beside the declared order." };
    private readonly Option<string?> _out = ResultFolderOption.Create("Write the plan, this report and pictures of the path into this folder.");

    public PlanVerb(CommandContext context)
        : base(
            "plan",
            "Expand a campaign into steps: minutes per row, errors it buys, limits, use of cables, a picture of the path.",
            "isolux plan comprehensive",
            "isolux plan comprehensive --optimise --out plans/comprehensive",
            "isolux plan my-campaign.json --detector juno --date 2026-07-01 --json")
    {
        _context = context;
        Add(_campaign);
        Add(_date);
        Add(_optimise);
        Add(_out);
        _detector.AddTo(this);
        Add(new PlanPointsVerb(context));
        SetAction((parsed, cancellation) => Task.FromResult(Plan(parsed, cancellation)));
    }

    private int Plan(ParseResult parsed, CancellationToken cancellation)
    {
        DetectorDescription detector = _detector.Load(parsed);
        CampaignSpecification campaign = CampaignFile.Read(CampaignCatalogue.Find(parsed.GetRequiredValue(_campaign)));
        PlannerSettings settings = new() { Date = parsed.GetValue(_date) };
        string? folder = parsed.GetValue(_out) is { } given ? Path.GetFullPath(given) : null;
        if (folder is not null)
        {
            OutputFolder.EnsureWritable(folder);
        }

        ExpandedPlan declared = CampaignPlanner.Expand(campaign, detector, settings);
        ExpandedPlan? optimised = parsed.GetValue(_optimise) ? CampaignPlanner.Expand(campaign, detector, settings with { Route = RouteOrder.Shortest }) : null;
        PlanPrecision? precision = new PlanPricer(detector, PricingSeed, Environment.ProcessorCount).Price(declared, cancellation);
        PlanReport report = new(
            1,
            declared.Name,
            detector.Name,
            settings.Date,
            [.. declared.Rows.Select(PlanRowReport.Of)],
            PlanTotals.Of(declared),
            Violations(declared, detector),
            CableUse.Of(declared, detector),
            optimised is null ? null : Report(optimised, declared, detector),
            PlanPrecisionReport.Of(precision),
            declared.Digest,
            folder);
        if (folder is not null)
        {
            Write(folder, report, precision, declared, optimised, detector);
        }

        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(report);
        }
        else
        {
            Print(report, declared, optimised);
        }

        return (int)ExitCode.Done;
    }

    // Points first; where all of them stand, the ways between them on the declared drives.
    private static ImmutableArray<string> Violations(ExpandedPlan plan, DetectorDescription detector)
    {
        ImmutableArray<DeploymentUnit> units = DeploymentUnit.Of(detector);
        ImmutableArray<string> violations = PlanLimits.Check(plan, detector);
        bool driven = plan.Steps.All(step => units.Any(unit => unit.System.Name == step.System));
        return violations.IsEmpty && driven ? PlanWays.Check(LoopAssignment.Apply(plan, units), units) : violations;
    }

    private static OptimisedPlanReport Report(ExpandedPlan optimised, ExpandedPlan declared, DetectorDescription detector) => new(
        [.. optimised.Rows.Select(PlanRowReport.Of)],
        PlanTotals.Of(optimised),
        declared.TotalMinutes - optimised.TotalMinutes,
        Violations(optimised, detector),
        CableUse.Of(optimised, detector),
        optimised.Digest);

    private void Write(string folder, PlanReport report, PlanPrecision? precision, ExpandedPlan declared, ExpandedPlan? optimised, DetectorDescription detector)
    {
        ProgramIdentity program = ProgramIdentityReader.Read(typeof(PlanVerb).Assembly);
        PlanFigures figures = new($"Isolux {program.Version}  ·  {_context.Surroundings.Clock.GetUtcNow():yyyy-MM-dd}");
        AtomicFile.WriteBytes(Path.Combine(folder, "plan.json"), declared.ToJson());
        WritePath("path", declared);
        if (optimised is not null)
        {
            AtomicFile.WriteBytes(Path.Combine(folder, "plan-optimised.json"), optimised.ToJson());
            WritePath("path-optimised", optimised);
        }

        if (precision is not null)
        {
            AtomicFile.WriteText(Path.Combine(folder, "precision.csv"), PlanPrecisionText.Csv(precision));
        }

        AtomicFile.WriteText(Path.Combine(folder, "report.json"), OutputJson.Write(report));

        void WritePath(string name, ExpandedPlan plan)
        {
            foreach (ReportFile file in figures.Path(name, plan, detector))
            {
                AtomicFile.WriteBytes(Path.Combine(folder, file.Name), file.Content.AsSpan());
            }
        }
    }

    private void Print(PlanReport report, ExpandedPlan declared, ExpandedPlan? optimised)
    {
        string date = report.Date is { } day ? $"{day:yyyy-MM-dd}" : "the sources' reference dates";
        Print(PlanTable.Of(declared), $"Campaign {declared.Name} in {declared.Detector}: {declared.Steps.Length} steps, rates of {date}.");
        PrintCables(report.Cables, "Cables, as hardware runs it loop by loop.");
        if (optimised is not null && report.Optimised is { } better)
        {
            Print(PlanTable.Of(optimised), $"Optimised routes: {better.SavedMinutes} min less.");
            PrintCables(better.Cables, "Cables over the optimised routes.");
        }

        if (report.Precision is { } precision)
        {
            PlanPrecisionText.Print(precision, _context.Terminal);
        }

        if (report.Violations.IsEmpty)
        {
            _context.Terminal.Output.WriteLine("Limits: every step keeps them (one source in the detector, reach, cable, tension, forbidden regions, ways).");
        }

        foreach (string violation in report.Violations.Concat(report.Optimised?.Violations ?? []).Distinct())
        {
            _context.Say(violation);
        }

        if (report.Folder is { } folder)
        {
            _context.Terminal.Output.WriteLine($"Written to {folder}: plan, report and path.");
        }
    }

    private void Print(PlanTable printed, string heading)
    {
        var table = new ResultTable([.. printed.Columns]);
        foreach (ImmutableArray<string> row in printed.Rows)
        {
            table.Add([.. row]);
        }

        table.Print(_context.Terminal, heading);
    }

    private void PrintCables(ImmutableArray<CableUse> cables, string heading)
    {
        if (cables.IsEmpty)
        {
            return;
        }

        var table = new ResultTable("unit", "first cable [m]", "second cable [m]", "reversals");
        foreach (CableUse use in cables)
        {
            table.Add(use.Unit, $"{use.FirstCableM:F0}", use.SecondCableM > 0 ? $"{use.SecondCableM:F0}" : string.Empty, $"{use.Reversals}");
        }

        table.Print(_context.Terminal, heading);
    }
}
