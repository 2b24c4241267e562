using System.Collections.Immutable;
using System.CommandLine;
using Isolux.Cli.Options;
using Isolux.Detector;
using Isolux.Detector.Light;
using Isolux.Detector.Published;
using Isolux.Detector.Reactors;
using Isolux.Reporting;
using Isolux.Sensitivity.Spectra;
using Isolux.Sensitivity.Studies;

namespace Isolux.Cli.Commands.Sensitivity;

/// <summary><c>isolux sensitivity weights</c>: why b counts 1.6 times and c 1/1.6.</summary>
internal sealed class WeightsVerb : Verb
{
    private readonly CommandContext _context;
    private readonly StudyOptions _options = new();
    private readonly Option<int> _threads = new SimulationOptions().Threads;

    public WeightsVerb(CommandContext context)
        : base("weights", "Derive the weights of the constant and the noise term in the effective resolution.", "isolux sensitivity weights", "isolux sensitivity weights --out weights --json")
    {
        _context = context;
        _options.AddTo(this, hasResolution: false);
        Add(_threads);
        SetAction((parsed, cancellation) => Task.FromResult(Evaluate(parsed, cancellation)));
    }

    private int Evaluate(ParseResult parsed, CancellationToken cancellation)
    {
        DetectorDescription detector = _options.Detector(parsed);
        ReactorExperiment experiment = ReactorDetector.Require(detector);
        SensitivityOutput? output = _options.Output(parsed, _context);
        double years = _options.Years(parsed);
        WeightSettings settings = new() { FullPowerYears = years, Form = _options.Form(parsed), Threads = parsed.GetValue(_threads) };
        WeightResult result = _context.Progress.Show(stages => new WeightStudy(experiment, settings).Derive(new StageProgress(stages, "weights"), cancellation));
        ImmutableArray<ResolutionRowReport> rows = [.. Rows(detector.Published, experiment, settings)];
        WeightsReport report = WeightsReport.From(result, rows);
        output?.Write(figures => Draw(figures, report, result), report);
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

    private static IEnumerable<ResolutionRowReport> Rows(PublishedResults? published, ReactorExperiment experiment, WeightSettings settings)
    {
        foreach ((string name, PublishedRow row) in published?.Resolution ?? ImmutableSortedDictionary<string, PublishedRow>.Empty)
        {
            ResolutionModel resolution = ResolutionModel.FromPercent([row.APercent, row.BPercent, row.CPercent]);
            yield return new ResolutionRowReport(name, 100.0 * resolution.EffectiveResolution, new SensitivityStudy(experiment, resolution) { Form = settings.Form }.DeltaChi2(settings.FullPowerYears, MassOrdering.Normal));
        }
    }

    private static ImmutableArray<ReportFile> Draw(SensitivityFigures figures, WeightsReport report, WeightResult result) =>
    [
        .. figures.Curves(
            "delta-chi2-resolution",
            "Delta chi2 (NO true) against the effective resolution: the curve of the stochastic term alone, and the rows of the published resolution table.",
            "effective resolution ã (%)",
            "Δχ² (NO true)",
            [
                .. report.Curves.Where(curve => curve.Ordering == "NO").Select((curve, i) => new CurveSeries("b = c = 0, " + curve.Contents, curve.APercent, curve.DeltaChi2, i == 0 ? CurveMark.Line : CurveMark.Dashed).Dense()),
                new CurveSeries("rows of the published table", [.. report.Rows.Select(row => row.ATildePercent)], [.. report.Rows.Select(row => row.DeltaChi2)], CurveMark.Points),
            ]),
        .. figures.Weights(result),
    ];

    private void Print(WeightsReport report)
    {
        WeightReport w = report.Weights;
        var table = new ResultTable("true ordering", "contents", "a0 (%)", "weight of b", "1/weight of c");
        foreach (WeightRowReport row in report.Table)
        {
            table.Add(row.Ordering, row.Contents, $"{row.A0:F1}", $"{row.B:F3} +- {row.BError:F3}", $"{row.CInverse:F3} +- {row.CInverseError:F3}");
        }

        table.Print(_context.Terminal, $"Weight of b {w.B:F2} +- {w.BError:F2}, inverse weight of c {w.CInverse:F2} +- {w.CInverseError:F2} at a0 = {w.A0:F1} % (published: 1.6 and 1.6).");
        var rows = new ResultTable("row of the resolution table", "a~ (%)", "delta chi2 (NO)");
        foreach (ResolutionRowReport row in report.Rows.OrderBy(row => row.ATildePercent))
        {
            rows.Add(row.Name, $"{row.ATildePercent:F3}", $"{row.DeltaChi2:F2}");
        }

        rows.Print(_context.Terminal);
    }
}
