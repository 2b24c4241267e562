using System.Collections.Immutable;
using System.CommandLine;
using Isolux.Calibration.DataSets;
using Isolux.Calibration.Resolution;
using Isolux.Cli.Options;
using Isolux.Detector.Light;
using Isolux.Detector.Reactors;
using Isolux.Reporting;
using Isolux.Sensitivity.Data;
using Isolux.Sensitivity.Statistics;
using Isolux.Storage.DataSets;

namespace Isolux.Cli.Commands.Sensitivity;

/// <summary><c>isolux sensitivity fit</c>: oscillation parameters from a measured prompt spectrum.</summary>
internal sealed class FitVerb : Verb
{
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly Option<string> _data = DataOption.Create();
    private readonly Option<string> _ordering = OrderingOption.Create("Ordering in which dm2_31 is constrained.");
    private readonly Option<string> _statistic = StatisticOption.Create(ChiSquareForm.Poisson);
    private readonly Option<string?> _out = ResultFolderOption.Create("Write figures and the result into this folder.");

    public FitVerb(CommandContext context)
        : base("fit", "Fit sin2(theta12) and dm2_21 to a measured prompt spectrum.", "isolux sensitivity fit --data juno-2025", "isolux sensitivity fit --data juno-2025 --out fit --json")
    {
        _context = context;
        Add(_data);
        Add(_ordering);
        Add(_statistic);
        Add(_out);
        _detector.AddTo(this);
        SetAction(Fit);
    }

    private int Fit(ParseResult parsed)
    {
        string name = parsed.GetRequiredValue(_data);
        PromptSpectrum spectrum = PromptSpectrumFile.Read(name);
        CalibrationDataSet calibration = DataSetFile.Read(File.Exists(name) ? Path.GetDirectoryName(Path.GetFullPath(name))! : name);
        if (calibration.ResolutionPeaks.IsEmpty)
        {
            throw new UsageException($"the spectrum of {calibration.Name} cannot be fitted (its data set holds no peak widths) add the section 'resolution'.");
        }

        ReactorExperiment experiment = ReactorDetector.Require(_detector.Load(parsed));
        SensitivityOutput? output = SensitivityOutput.Prepare(parsed.GetValue(_out), _context);
        ResolutionModel width = new ResolutionFitter().Fit([.. calibration.ResolutionPeaks.Select(peak => peak.Point)]).Model;
        PromptSpectrumFit fit = new(experiment, spectrum, width) { Form = StatisticOption.Read(parsed.GetRequiredValue(_statistic)) };
        PromptSpectrumResult result = fit.Fit(OrderingOption.Read(parsed.GetRequiredValue(_ordering)));
        FitReport report = FitReport.From(spectrum, result);
        output?.Write(figures => Draw(figures, spectrum, result), report);
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

    private static ImmutableArray<ReportFile> Draw(SensitivityFigures figures, PromptSpectrum spectrum, PromptSpectrumResult result)
    {
        static CurveSeries Contour(string name, ImmutableArray<(double Sin2Theta12, double Dm21Ev2)> points, CurveMark mark) =>
            new(name, [.. points.Select(point => point.Sin2Theta12)], [.. points.Select(point => 1e5 * point.Dm21Ev2)], mark);
        PromptResultDocument published = spectrum.Document.Published;
        return
        [
            .. figures.Spectrum(spectrum, result),
            .. figures.Curves(
                "contour",
                "Contours of 68.3 and 95.4 % of the fit to the measured spectrum, its minimum, and the published values with their errors.",
                "sin²θ₁₂",
                "Δm²₂₁ (10⁻⁵ eV²)",
                Contour("68.3 %", result.Contour68, CurveMark.Line),
                Contour("95.4 %", result.Contour95, CurveMark.Dashed),
                new CurveSeries("minimum", [result.Best.Oscillation.Sin2Theta12], [1e5 * result.Best.Oscillation.Dm21Ev2], CurveMark.Points),
                // A cross, drawn in one line.
                new CurveSeries(
                    "published, one error",
                    [published.Sin2Theta12 - published.Sin2Theta12Error, published.Sin2Theta12 + published.Sin2Theta12Error, published.Sin2Theta12, published.Sin2Theta12, published.Sin2Theta12],
                    [1e5 * published.Dm21Ev2, 1e5 * published.Dm21Ev2, 1e5 * published.Dm21Ev2, 1e5 * (published.Dm21Ev2 - published.Dm21ErrorEv2), 1e5 * (published.Dm21Ev2 + published.Dm21ErrorEv2)])),
        ];
    }

    private void Print(FitReport report)
    {
        var table = new ResultTable("parameter", "fit", "error", "published", "error", "difference (published errors)");
        table.Add("sin2(theta12)", $"{report.Fit.Sin2Theta12:F4}", $"{report.Fit.Sin2Theta12Error:F4}", $"{report.Published.Sin2Theta12:F4}", $"{report.Published.Sin2Theta12Error:F4}", $"{report.Sin2Theta12Pull:+0.00;-0.00;0.00}");
        table.Add("dm2_21 (1e-5 eV2)", $"{1e5 * report.Fit.Dm21:F3}", $"{1e5 * report.Fit.Dm21Error:F3}", $"{1e5 * report.Published.Dm21Ev2:F3}", $"{1e5 * report.Published.Dm21ErrorEv2:F3}", $"{report.Dm21Pull:+0.00;-0.00;0.00}");
        table.Print(_context.Terminal, $"Fit of {report.Data}: chi2 {report.Fit.Chi2:F1} for {report.Fit.Bins} bins.");
        var pulls = new ResultTable("nuisance parameter", "fitted (standard errors)");
        foreach (NuisanceReport nuisance in report.Nuisances.Where(nuisance => Math.Abs(nuisance.Pull) > 0.005))
        {
            pulls.Add(nuisance.Name, $"{nuisance.Pull:+0.00;-0.00;0.00}");
        }

        pulls.Print(_context.Terminal);
    }
}
