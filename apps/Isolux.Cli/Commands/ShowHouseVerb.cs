using System.CommandLine;
using Isolux.Cli.Options;
using Isolux.Detector;
using Isolux.Detector.Deployment;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux show house</c>: the calibration house and what it stores.</summary>
internal sealed class ShowHouseVerb : Verb
{
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly Option<DateOnly?> _date = DateOption.Create("Date of activities and leak tests; 2025-01-01 by default.");

    public ShowHouseVerb(CommandContext context)
        : base("house", "Print the calibration house: slots, sources, custody, leak tests, gas.", "isolux show house", "isolux show house --date 2026-02-01 --json")
    {
        _context = context;
        _detector.AddTo(this);
        Add(_date);
        SetAction(Show);
    }

    private int Show(ParseResult parsed)
    {
        DetectorDescription detector = _detector.Load(parsed);
        CalibrationHouse house = detector.House
            ?? throw new UsageException($"the detector '{detector.Name}' has no calibration house (it declares none) add 'house' to its documents or choose another detector.");
        HouseReport report = HouseReport.Of(detector, house, parsed.GetValue(_date) ?? new DateOnly(2025, 1, 1));
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(report);
            return (int)ExitCode.Done;
        }

        var table = new ResultTable("slot", "source", "tag", "custodian", "activity [Bq]", "leak test", "valid until", "may be used");
        foreach (StoredSourceReport stored in report.Inventory)
        {
            table.Add(
                stored.Slot,
                stored.Source,
                $"{stored.Tag}",
                stored.Custodian,
                stored.ActivityBq is { } activity ? $"{activity:F1}" : "light",
                stored.LeakTest is { } test ? $"{test:yyyy-MM-dd}" : "none needed",
                stored.LeakTestValidUntil is { } until ? $"{until:yyyy-MM-dd}" : string.Empty,
                stored.MayBeUsed ? "yes" : "no, the leak test is not valid");
        }

        table.Print(_context.Terminal, $"Calibration house of {report.Detector} on {report.Date:yyyy-MM-dd}; free slots {string.Join(", ", report.FreeSlots)}.");
        _context.Terminal.Output.WriteLine(FormattableString.Invariant(
            $"Work rests above {report.MaximumOxygenPpm} ppm of oxygen or {report.MaximumRadonMBqPerM3} mBq/m3 of radon, until both are below {100.0 * report.ReleaseFraction:F0} % of that. An exchange takes {report.ExchangeMinutes} min."));
        return (int)ExitCode.Done;
    }
}
