using System.CommandLine;
using Isolux.Cli.Options;
using Isolux.Detector;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux show sources</c>: the calibration sources of a detector.</summary>
internal sealed class ShowSourcesVerb : Verb
{
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly Option<DateOnly?> _date = DateOption.Create("Date of the rates, YYYY-MM-DD; each source's reference date without it.");

    public ShowSourcesVerb(CommandContext context)
        : base("sources", "Print the calibration sources of a detector.", "isolux show sources --detector juno", "isolux show sources --date 2026-07-01")
    {
        _context = context;
        _detector.AddTo(this);
        Add(_date);
        SetAction(Show);
    }

    private int Show(ParseResult parsed)
    {
        DetectorDescription detector = _detector.Load(parsed);
        DateOnly? date = parsed.GetValue(_date);
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(DetectorReport.SourcesOf(detector, date));
            return (int)ExitCode.Done;
        }

        Print("source", "radiation and rate", SourceSummary.Describe(detector, date));
        Print("decay", "emits", SourceSummary.DescribeSchemes(detector));
        return (int)ExitCode.Done;
    }

    private void Print(string heading, string content, IEnumerable<SummaryLine> lines)
    {
        var table = new ResultTable(heading, content);
        foreach (SummaryLine line in lines)
        {
            table.Add(line.Quantity, line.Value);
        }

        table.Print(_context.Terminal);
    }
}
