using System.Collections.Immutable;
using System.CommandLine;
using Isolux.Detector.Reactors;
using Isolux.Reporting;
using Isolux.Cli.Options;
using Isolux.Sensitivity.Studies;

namespace Isolux.Cli.Commands.Sensitivity;

/// <summary><c>isolux sensitivity budget</c>: what every effect costs, and what time brings.</summary>
internal sealed class BudgetVerb : Verb
{
    private const double DaysPerYear = 365.25;
    private static readonly ImmutableArray<double> s_years = [0.27, 0.4, 0.55, 0.75, 1, 1.5, 2, 3, 4, 6, 8, 10, 14, 20];
    private readonly CommandContext _context;
    private readonly StudyOptions _options = new();

    public BudgetVerb(CommandContext context)
        : base("budget", "Cost of every effect, precision after declared times, and sensitivity against time.", "isolux sensitivity budget", "isolux sensitivity budget --out budget --json")
    {
        _context = context;
        _options.AddTo(this);
        SetAction((parsed, cancellation) => Task.FromResult(Evaluate(parsed, cancellation)));
    }

    private int Evaluate(ParseResult parsed, CancellationToken cancellation)
    {
        ReactorExperiment experiment = ReactorDetector.Require(_options.Detector(parsed));
        SensitivityOutput? output = _options.Output(parsed, _context);
        SensitivityStudy study = new(experiment, _options.Resolution(parsed, experiment)) { Form = _options.Form(parsed) };
        double years = _options.Years(parsed);
        List<BudgetStepReport> steps = [];
        foreach ((string name, Isolux.Sensitivity.Spectra.Ingredients ingredients) in SensitivityStudy.Steps)
        {
            cancellation.ThrowIfCancellationRequested();
            SensitivityResult result = study.Evaluate(years, MassOrdering.Normal, ingredients);
            steps.Add(new BudgetStepReport(name, new OrderingReport(result.Normal.DeltaChi2, result.Inverted.DeltaChi2), PrecisionReport.From(result.Precision)));
        }

        List<PublishedPrecisionReport> precision = [];
        foreach (PublishedPrecision row in experiment.PublishedPrecision)
        {
            cancellation.ThrowIfCancellationRequested();
            precision.Add(new PublishedPrecisionReport(
                row.CalendarDays,
                PrecisionReport.From(study.Precision(row.CalendarDays)),
                new PrecisionReport(row.Sin2Theta12Percent, row.Sin2Theta13Percent, row.Dm21Percent, row.Dm31Percent)));
        }

        List<TimeReport> times = [];
        foreach (double time in output is null ? [] : s_years)
        {
            cancellation.ThrowIfCancellationRequested();
            SensitivityResult result = study.Evaluate(time * experiment.DutyFraction);
            times.Add(new TimeReport(time, new OrderingReport(result.Normal.DeltaChi2, result.Inverted.DeltaChi2), PrecisionReport.From(study.Precision(time * DaysPerYear))));
        }

        BudgetReport report = new(1, years, [.. steps], [.. precision], [.. times]);
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

    private static ImmutableArray<ReportFile> Draw(SensitivityFigures figures, BudgetReport report)
    {
        ImmutableArray<double> x = [.. report.Times.Select(time => time.CalendarYears)];
        CurveSeries Series(string name, Func<TimeReport, double> value) => new CurveSeries(name, x, [.. report.Times.Select(value)]).Dense();
        ImmutableArray<double> years = [.. report.Precision.Select(row => row.CalendarDays / DaysPerYear)];
        CurveSeries Published(string name, Func<PrecisionReport, double> value) => new(name, years, [.. report.Precision.Select(row => value(row.PublishedPercent))], CurveMark.Points);
        return
        [
            .. figures.Curves(
                "sensitivity-time", "Delta chi2 between the orderings against calendar time.", "calendar years", "Δχ²",
                Series("NO true", time => time.DeltaChi2.No), Series("IO true", time => time.DeltaChi2.Io)),
            .. figures.Curves(
                "precision-time", "Relative errors of three parameters against calendar time; points are published.", "calendar years", "precision (%)",
                Series("sin²θ₁₂", time => time.PrecisionPercent.Sin2Theta12), Series("Δm²₂₁", time => time.PrecisionPercent.Dm21), Series("Δm²₃₁", time => time.PrecisionPercent.Dm31),
                Published("sin²θ₁₂, published", row => row.Sin2Theta12), Published("Δm²₂₁, published", row => row.Dm21), Published("Δm²₃₁, published", row => row.Dm31)),
        ];
    }

    private void Print(BudgetReport report)
    {
        var steps = new ResultTable("contents", "NO", "IO", "sin2(theta12) %", "sin2(theta13) %", "dm2_21 %", "dm2_31 %");
        foreach (BudgetStepReport step in report.Steps)
        {
            PrecisionReport p = step.PrecisionPercent;
            steps.Add(step.Contents, $"{step.DeltaChi2.No:F2}", $"{step.DeltaChi2.Io:F2}", $"{p.Sin2Theta12:F3}", $"{p.Sin2Theta13:F2}", $"{p.Dm21:F3}", $"{p.Dm31:F3}");
        }

        steps.Print(_context.Terminal, $"Delta chi2 and precision at {report.ExposureYears:0.###} years of full power; each row holds everything of the one above.");
        var precision = new ResultTable("calendar days", "sin2(theta12) %", "sin2(theta13) %", "dm2_21 %", "dm2_31 %");
        foreach (PublishedPrecisionReport row in report.Precision)
        {
            static string Cell(double own, double published) => $"{own:F3} ({published:0.#})";
            precision.Add(
                $"{row.CalendarDays:F0}",
                Cell(row.PrecisionPercent.Sin2Theta12, row.PublishedPercent.Sin2Theta12),
                Cell(row.PrecisionPercent.Sin2Theta13, row.PublishedPercent.Sin2Theta13),
                Cell(row.PrecisionPercent.Dm21, row.PublishedPercent.Dm21),
                Cell(row.PrecisionPercent.Dm31, row.PublishedPercent.Dm31));
        }

        precision.Print(_context.Terminal, "Precision, published values in brackets.");
    }
}
