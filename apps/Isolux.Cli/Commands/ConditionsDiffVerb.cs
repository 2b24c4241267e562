using System.Collections.Immutable;
using System.CommandLine;
using Isolux.Cli.Options;
using Isolux.Conditions;
using Isolux.Storage.Conditions;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux conditions diff</c>: where two global tags differ, and by how much.</summary>
internal sealed class ConditionsDiffVerb : Verb
{
    private readonly CommandContext _context;
    private readonly Option<string> _store = StoreOption.Create();
    private readonly Argument<string> _left = new("LEFT") { Description = "A global tag." };
    private readonly Argument<string> _right = new("RIGHT") { Description = "Another global tag." };

    public ConditionsDiffVerb(CommandContext context)
        : base("diff", "Compare two global tags.", "isolux conditions diff juno-1 juno-2 --store constants.sqlite")
    {
        _context = context;
        Add(_left);
        Add(_right);
        Add(_store);
        SetAction(Compare);
    }

    private int Compare(ParseResult parsed)
    {
        SqliteConditionsStore store = SqliteConditionsStore.Open(parsed.GetRequiredValue(_store));
        ImmutableArray<ConditionsDifference> differences =
            GlobalTagComparison.Compare(store, parsed.GetRequiredValue(_left), parsed.GetRequiredValue(_right));
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(new { FormatVersion = 1, Differences = differences.Select(ConditionsReport.Of) });
            return (int)ExitCode.Done;
        }

        var table = new ResultTable("type", "runs", "value", "left", "right", "difference", "unit");
        foreach (ConditionsDifference difference in differences)
        {
            if (difference.Headlines.IsEmpty)
            {
                table.Add(difference.PayloadType, $"{difference.Runs}", "payload", difference.Left?.Abbreviated ?? "none", difference.Right?.Abbreviated ?? "none", "", "");
            }

            foreach (HeadlineDifference value in difference.Headlines)
            {
                table.Add(
                    difference.PayloadType, $"{difference.Runs}", value.Name, $"{value.Left?.Value:G7}", $"{value.Right?.Value:G7}", $"{value.Difference:G4}", (value.Left ?? value.Right)!.Unit);
            }
        }

        table.Print(_context.Terminal, differences.IsEmpty ? "The two global tags give the same constants for every run." : null);
        return (int)ExitCode.Done;
    }
}
