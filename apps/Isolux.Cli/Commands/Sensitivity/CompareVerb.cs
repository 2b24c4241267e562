using System.CommandLine;
using Isolux.Cli.Options;
using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Detector.Reactors;
using Isolux.Sensitivity.Response;
using Isolux.Sensitivity.Studies;
using Isolux.Storage.Conditions;

namespace Isolux.Cli.Commands.Sensitivity;

/// <summary><c>isolux sensitivity compare</c>: what changes where data of one release of constants are read with another.</summary>
internal sealed class CompareVerb : Verb
{
    private readonly CommandContext _context;
    private readonly StudyOptions _options = new();
    private readonly Option<string> _truth = Release("--from", "Release the data are made with: a payload of the non-linearity or, with --store, a global tag.");
    private readonly Option<string> _used = Release("--to", "Release the data are fitted with: a payload of the non-linearity or, with --store, a global tag.");
    private readonly Option<string> _store = StoreOption.Create();
    private readonly Option<int?> _run = new("--run") { Description = "With --store, the run whose constants are compared; by default the first both global tags have constants for.", HelpName = "N" };

    public CompareVerb(CommandContext context)
        : base(
            "compare",
            "Shift of every parameter and of delta chi2 between two releases of constants.",
            "isolux sensitivity compare --store constants.sqlite --from juno-1 --to juno-2",
            "isolux sensitivity compare --from nonlinearity/birks-cherenkov.payload.json --to nonlinearity/empirical.payload.json")
    {
        _context = context;
        _store.Required = false;
        _run.Validators.Add(result => Requirement.Within<int>(result, 0, RunNumber.Limit - 1));
        foreach (Option option in new Option[] { _truth, _used, _store, _run })
        {
            Add(option);
        }

        _options.AddTo(this);
        SetAction(Compare);
    }

    private static Option<string> Release(string name, string description) => new(name) { Description = description, HelpName = "FILE|TAG", Required = true };

    private int Compare(ParseResult parsed)
    {
        DetectorDescription detector = _options.Detector(parsed);
        ReactorExperiment experiment = ReactorDetector.Require(detector);
        SensitivityOutput? output = _options.Output(parsed, _context);
        ReleaseComparison comparison = new(experiment, _options.Resolution(parsed, experiment), _options.Years(parsed)) { Form = _options.Form(parsed) };
        CompareReport report = parsed.GetValue(_store) is { } store ? GlobalTags(parsed, store, detector, comparison) : Payloads(parsed, comparison);
        output?.Write(_ => [], report);
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(report);
        }
        else
        {
            Print(report);
        }

        return (int)ExitCode.Done;
    }

    private CompareReport Payloads(ParseResult parsed, ReleaseComparison comparison)
    {
        if (parsed.GetValue(_run) is not null)
        {
            throw new UsageException("--run cannot be used here (payload files hold for no particular run) leave it out, or name a store with --store.");
        }

        ElectronNonLinearityPayload truth = Read(parsed.GetRequiredValue(_truth));
        ElectronNonLinearityPayload used = Read(parsed.GetRequiredValue(_used));
        return new CompareReport(1, truth.Model, used.Model, null, null, comparison.Evaluate(PositronEnergyScale.FromPayload(truth), PositronEnergyScale.FromPayload(used)));
    }

    private CompareReport GlobalTags(ParseResult parsed, string file, DetectorDescription detector, ReleaseComparison comparison)
    {
        SqliteConditionsStore store = SqliteConditionsStore.Open(file);
        string from = parsed.GetRequiredValue(_truth);
        string to = parsed.GetRequiredValue(_used);
        RunNumber run = parsed.GetValue(_run) is { } wanted ? new RunNumber(wanted) : new[] { FirstRun(store, from), FirstRun(store, to) }.Max();
        ConditionsSnapshot truth = Resolve(store, from, run);
        ConditionsSnapshot used = Resolve(store, to, run);
        if (detector.Geometry is not { } geometry)
        {
            throw new UsageException($"the releases cannot be compared for {detector.Name} (it declares no geometry, so its fiducial volume is unknown) choose another detector.");
        }

        ReleaseReading reading = ReleaseReading.Of(truth, used, geometry.FiducialRadiusMm);
        return new CompareReport(1, from, to, run.Value, reading, comparison.Evaluate(truth, used, reading));
    }

    private static RunNumber FirstRun(SqliteConditionsStore store, string globalTag) =>
        store.GetGlobalTag(globalTag).Tags.Values.Select(tag => store.GetTag(tag).Intervals).Where(intervals => !intervals.IsEmpty).Select(intervals => intervals[0].Iov.First).DefaultIfEmpty().Max();

    private static ConditionsSnapshot Resolve(SqliteConditionsStore store, string globalTag, RunNumber run)
    {
        ConditionsSnapshot snapshot = ConditionsSnapshot.Resolve(store, globalTag, run);
        return snapshot.Entries.IsEmpty
            ? throw new UsageException($"the global tag '{globalTag}' cannot be compared (it has no constants for {run}) choose another run.")
            : snapshot;
    }

    private static ElectronNonLinearityPayload Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new UsageException($"the constants {file} cannot be read (there is no such file) give a payload written by 'isolux calibrate nonlinearity --out', or name a store with --store.");
        }

        try
        {
            return PayloadCodec.Decode(File.ReadAllBytes(file)) as ElectronNonLinearityPayload
                ?? throw new UsageException($"the constants {file} are of another kind (they hold no non-linearity) give a payload written by 'isolux calibrate nonlinearity --out'.");
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or ConditionsException or ArgumentException or FormatException)
        {
            throw new UsageException($"the constants {file} cannot be read ({exception.Message.TrimEnd('.')}) give a payload written by 'isolux calibrate nonlinearity --out'.");
        }
    }

    private void Print(CompareReport report)
    {
        ReleaseShift shift = report.Shift;
        var table = new ResultTable("quantity", "shift (%)", "standard error (%)");
        table.Add("sin2(theta12)", $"{shift.Sin2Theta12Percent:+0.000;-0.000;0.000}", $"{shift.Precision.Sin2Theta12Percent:F3}");
        table.Add("sin2(theta13)", $"{shift.Sin2Theta13Percent:+0.00;-0.00;0.00}", $"{shift.Precision.Sin2Theta13Percent:F2}");
        table.Add("dm2_21", $"{shift.Dm21Percent:+0.000;-0.000;0.000}", $"{shift.Precision.Dm21Percent:F3}");
        table.Add("dm2_31", $"{shift.Dm31Percent:+0.000;-0.000;0.000}", $"{shift.Precision.Dm31Percent:F3}");
        string reading = report.Reading is { } read
            ? $" Light yield, dark noise and map read energies by {100.0 * (read.ScaleRatio - 1.0):+0.000;-0.000;0.000} % and {1000.0 * read.OffsetMeV:+0.00;-0.00;0.00} keV off, with a spread of {100.0 * read.SpreadFraction:F3} % over the fiducial volume (run {report.Run})."
            : string.Empty;
        table.Print(
            _context.Terminal,
            $"Data of {report.From} fitted with {report.To} (NO true): delta chi2 {shift.DeltaChi2:F2} becomes {shift.ShiftedDeltaChi2:F2}; chi2 rises by {shift.GoodnessChi2:F2}.{reading}");
    }
}
