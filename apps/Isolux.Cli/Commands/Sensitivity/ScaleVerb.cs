using System.Collections.Immutable;
using System.CommandLine;
using Isolux.Cli.Options;
using Isolux.Detector.Reactors;
using Isolux.Reporting;
using Isolux.Sensitivity.Studies;

namespace Isolux.Cli.Commands.Sensitivity;

/// <summary><c>isolux sensitivity scale</c>: what energy-scale errors cost.</summary>
internal sealed class ScaleVerb : Verb
{
    private readonly CommandContext _context;
    private readonly StudyOptions _options = new();

    public ScaleVerb(CommandContext context)
        : base("scale", "Energy-scale offsets, tilts and the calibrated band, propagated to the ordering and the parameters.", "isolux sensitivity scale", "isolux sensitivity scale --out scale --json")
    {
        _context = context;
        _options.AddTo(this);
        SetAction((parsed, cancellation) => Task.FromResult(Evaluate(parsed, cancellation)));
    }

    private int Evaluate(ParseResult parsed, CancellationToken cancellation)
    {
        ReactorExperiment experiment = ReactorDetector.Require(_options.Detector(parsed));
        SensitivityOutput? output = _options.Output(parsed, _context);
        ScaleStudy study = new(experiment, _options.Resolution(parsed, experiment), _options.Years(parsed)) { Form = _options.Form(parsed) };
        ScaleResult result = _context.Progress.Show(stages => study.Evaluate(new StageProgress(stages, "energy scale"), cancellation));
        ScaleReport report = new(1, _options.Years(parsed), result.Offsets, result.Tilts, result.Band);
        output?.Write(figures => Draw(figures, report), report);
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

    private static ImmutableArray<ReportFile> Draw(SensitivityFigures figures, ScaleReport report)
    {
        static CurveSeries Series(string name, ImmutableArray<ScalePoint> points, Func<ScalePoint, double> value, CurveMark mark) =>
            new(name, [.. points.Select(point => point.SizePercent)], [.. points.Select(value)], mark);
        return figures.Curves(
            "tilt",
            "Delta chi2 of the wrong minus the right ordering (NO true) where the energy scale of the data is off: by a factor, by a turn about the n-H line, or as the calibrated band allows. "
            + "Below zero the wrong ordering fits better.",
            "offset (%), tilt (% per 3 MeV), or largest deviation of a drawn scale (%)",
            "Δχ² (NO true)",
            Series("offset, scale trusted", report.Offsets, point => point.HeldDeltaChi2, CurveMark.Line),
            Series("tilt, scale trusted", report.Tilts, point => point.HeldDeltaChi2, CurveMark.Line),
            Series("tilt, calibrated band free", report.Tilts, point => point.FreeDeltaChi2, CurveMark.Dashed),
            Series("drawn from the band, scale trusted", report.Band, point => point.HeldDeltaChi2, CurveMark.Points),
            Series("drawn from the band, band free", report.Band, point => point.FreeDeltaChi2, CurveMark.Points));
    }

    private void Print(ScaleReport report)
    {
        foreach ((string name, ImmutableArray<ScalePoint> points) in new[] { ("Offsets", report.Offsets), ("Tilts about the n-H line (percent per 3 MeV)", report.Tilts), ("Scales drawn from the calibrated band (largest deviation)", report.Band) })
        {
            var table = new ResultTable("size (%)", "delta chi2, trusted", "delta chi2, band free", "chi2, trusted", "sin2(theta12) %", "dm2_21 %", "dm2_31 %");
            foreach (ScalePoint point in points)
            {
                table.Add(
                    $"{point.SizePercent:+0.00;-0.00;0.00}", $"{point.HeldDeltaChi2:F2}", $"{point.FreeDeltaChi2:F2}", $"{point.HeldGoodnessChi2:F2}",
                    $"{point.Sin2Theta12Percent:+0.00;-0.00;0.00}", $"{point.Dm21Percent:+0.00;-0.00;0.00}", $"{point.Dm31Percent:+0.00;-0.00;0.00}");
            }

            table.Print(_context.Terminal, name + ": delta chi2 (NO true) and shifts of the parameters.");
        }
    }
}
