using System.CommandLine;
using System.Text.Json.Nodes;
using Isolux.Campaign.Interpreters;
using Isolux.Campaign.Planning;
using Isolux.Cli.Options;
using Isolux.Detector;
using Isolux.Storage.Campaigns;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux show campaign</c>: a campaign expanded for a detector, with minutes.</summary>
internal sealed class ShowCampaignVerb : Verb
{
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly Option<string> _campaign = CampaignOption.Create();

    public ShowCampaignVerb(CommandContext context)
        : base("campaign", "Print a campaign expanded for a detector, with minutes.", "isolux show campaign --campaign weekly", "isolux show campaign --campaign comprehensive --json")
    {
        _context = context;
        Add(_campaign);
        _detector.AddTo(this);
        SetAction(Show);
    }

    private int Show(ParseResult parsed)
    {
        DetectorDescription detector = _detector.Load(parsed);
        ExpandedPlan plan = CampaignPlanner.Expand(CampaignFile.Read(CampaignCatalogue.Find(parsed.GetRequiredValue(_campaign))), detector);
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(new
            {
                FormatVersion = 1,
                plan.Digest,
                plan.TravelMinutes,
                plan.DataMinutes,
                plan.TotalMinutes,
                Plan = JsonNode.Parse(plan.ToJson()),
            });
            return (int)ExitCode.Done;
        }

        PlanTable printed = PlanTable.Of(plan);
        var table = new ResultTable([.. printed.Columns]);
        foreach (var row in printed.Rows)
        {
            table.Add([.. row]);
        }

        table.Print(_context.Terminal, $"Campaign {plan.Name} in {plan.Detector}: {plan.Steps.Length} steps.");
        foreach (string violation in PlanLimits.Check(plan, detector))
        {
            _context.Say(violation);
        }

        return (int)ExitCode.Done;
    }
}
