using System.CommandLine;
using Isolux.Cli.Options;
using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Detector.Reactors;
using Isolux.Sensitivity.Studies;

namespace Isolux.Cli.Commands.Sensitivity;

/// <summary><c>isolux sensitivity compare</c>: what changes where data of one release of the non-linearity are read with another.</summary>
internal sealed class CompareVerb : Verb
{
    private readonly CommandContext _context;
    private readonly StudyOptions _options = new();
    private readonly Option<string> _truth = File("--from", "Payload of the non-linearity the data are made with.");
    private readonly Option<string> _used = File("--to", "Payload of the non-linearity the data are fitted with.");

    public CompareVerb(CommandContext context)
        : base(
            "compare",
            "Shift of every parameter and of delta chi2 between two releases of the non-linearity.",
            "isolux sensitivity compare --from nonlinearity/birks-cherenkov.payload.json --to nonlinearity/empirical.payload.json")
    {
        _context = context;
        Add(_truth);
        Add(_used);
        _options.AddTo(this);
        SetAction(Compare);
    }

    private static Option<string> File(string name, string description) => new(name) { Description = description, HelpName = "FILE", Required = true };

    private int Compare(ParseResult parsed)
    {
        ReactorExperiment experiment = ReactorDetector.Require(_options.Detector(parsed));
        SensitivityOutput? output = _options.Output(parsed, _context);
        ElectronNonLinearityPayload truth = Read(parsed.GetRequiredValue(_truth));
        ElectronNonLinearityPayload used = Read(parsed.GetRequiredValue(_used));
        ReleaseShift shift = new ReleaseComparison(experiment, _options.Resolution(parsed, experiment), _options.Years(parsed)).Evaluate(truth, used);
        CompareReport report = new(1, truth.Model, used.Model, shift);
        output?.Write(_ => [], report);
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(report);
        }
        else
        {
            var table = new ResultTable("quantity", "shift (%)", "standard error (%)");
            table.Add("sin2(theta12)", $"{shift.Sin2Theta12Percent:+0.000;-0.000}", $"{shift.Precision.Sin2Theta12Percent:F3}");
            table.Add("sin2(theta13)", $"{shift.Sin2Theta13Percent:+0.00;-0.00}", $"{shift.Precision.Sin2Theta13Percent:F2}");
            table.Add("dm2_21", $"{shift.Dm21Percent:+0.000;-0.000}", $"{shift.Precision.Dm21Percent:F3}");
            table.Add("dm2_31", $"{shift.Dm31Percent:+0.000;-0.000}", $"{shift.Precision.Dm31Percent:F3}");
            table.Print(
                _context.Terminal,
                $"Data of {truth.Model} fitted with {used.Model} (NO true): delta chi2 {shift.DeltaChi2:F2} becomes {shift.ShiftedDeltaChi2:F2}; chi2 rises by {shift.GoodnessChi2:F2}.");
        }

        return (int)ExitCode.Done;
    }

    private static ElectronNonLinearityPayload Read(string file)
    {
        if (!System.IO.File.Exists(file))
        {
            throw new UsageException($"the constants {file} cannot be read (there is no such file) give a payload written by 'isolux calibrate nonlinearity --out'.");
        }

        try
        {
            return PayloadCodec.Decode(System.IO.File.ReadAllBytes(file)) as ElectronNonLinearityPayload
                ?? throw new UsageException($"the constants {file} are of another kind (they hold no non-linearity) give a payload written by 'isolux calibrate nonlinearity --out'.");
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or ConditionsException or ArgumentException or FormatException)
        {
            throw new UsageException($"the constants {file} cannot be read ({exception.Message.TrimEnd('.')}) give a payload written by 'isolux calibrate nonlinearity --out'.");
        }
    }
}
