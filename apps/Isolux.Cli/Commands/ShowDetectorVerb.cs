using System.CommandLine;
using Isolux.Cli.Options;
using Isolux.Detector;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux show detector</c>: geometry, media, photosensors, light, systems and assumptions.</summary>
internal sealed class ShowDetectorVerb : Verb
{
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();

    public ShowDetectorVerb(CommandContext context)
        : base("detector", "Print what a detector consists of.", "isolux show detector", "isolux show detector --detector toy-spheres --json")
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
            _context.PrintJson(DetectorReport.Of(detector));
            return (int)ExitCode.Done;
        }

        var table = new ResultTable("section", "quantity", "value");
        foreach (SummaryLine line in DetectorSummary.Describe(detector))
        {
            table.Add(line.Section, line.Quantity, line.Value);
        }

        table.Print(_context.Terminal);
        if (!detector.Assumptions.IsEmpty)
        {
            var assumptions = new ResultTable("assumption", "value", "reason");
            foreach (Assumption assumption in detector.Assumptions)
            {
                assumptions.Add(assumption.Path, assumption.Value, assumption.Reason);
            }

            assumptions.Print(_context.Terminal);
        }

        return (int)ExitCode.Done;
    }
}
