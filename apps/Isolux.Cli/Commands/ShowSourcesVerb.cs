using System.CommandLine;
using Isolux.Cli.Options;
using Isolux.Detector;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux show sources</c>: the calibration sources of a detector.</summary>
internal sealed class ShowSourcesVerb : Verb
{
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();

    public ShowSourcesVerb(CommandContext context)
        : base("sources", "Print the calibration sources of a detector.", "isolux show sources --detector juno")
    {
        _context = context;
        _detector.AddTo(this);
        SetAction(Show);
    }

    private int Show(ParseResult parsed)
    {
        DetectorDescription detector = _detector.Load(parsed);
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(DetectorReport.SourcesOf(detector));
            return (int)ExitCode.Done;
        }

        var table = new ResultTable("source", "radiation and rate");
        foreach (SummaryLine line in DetectorSummary.DescribeSources(detector))
        {
            table.Add(line.Quantity, line.Value);
        }

        table.Print(_context.Terminal);
        return (int)ExitCode.Done;
    }
}
