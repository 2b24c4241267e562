using System.CommandLine;
using Isolux.Calibration.DataSets;
using Isolux.Calibration.Resolution;
using Isolux.Cli.Options;
using Isolux.Storage.DataSets;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux calibrate resolution</c>: (a, b, c) from measured peak widths.</summary>
internal sealed class CalibrateResolutionVerb : Verb
{
    private readonly CommandContext _context;
    private readonly Option<string> _data = DataOption.Create();

    private readonly Option<string?> _out = ResultFolderOption.Create("Write the figure and the result into this folder.");

    public CalibrateResolutionVerb(CommandContext context)
        : base(
            "resolution",
            "Fit sigma/E = sqrt((a/sqrt(E))^2 + b^2 + (c/E)^2) to measured peak widths.",
            "isolux calibrate resolution --data juno-2025",
            "isolux calibrate resolution --data my-data/dataset.json --out resolution --json")
    {
        _context = context;
        Add(_data);
        Add(_out);
        SetAction(Calibrate);
    }

    private int Calibrate(ParseResult parsed)
    {
        CalibrationDataSet data = DataSetFile.Read(parsed.GetRequiredValue(_data));
        if (data.ResolutionPeaks.IsEmpty)
        {
            throw new UsageException($"the resolution of {data.Name} cannot be fitted (it holds no peak widths) choose a data set with the section 'resolution'.");
        }

        CalibrationOutput? output = parsed.GetValue(_out) is { } folder ? new CalibrationOutput(folder, _context) : null;
        output?.Prepare();
        ResolutionFit fit = new ResolutionFitter().Fit([.. data.ResolutionPeaks.Select(peak => peak.Point)]);
        ResolutionCalibrationReport report = ResolutionCalibrationReport.From(data, fit);
        output?.Write(figures => figures.Resolution(report.ToCurve()), report);
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

    private void Print(ResolutionCalibrationReport report)
    {
        var terms = new ResultTable("term", "percent", "error");
        terms.Add("a", $"{report.A:F3}", $"{report.AError:F3}").Add("b", $"{report.B:F3}", $"{report.BError:F3}").Add("c", $"{report.C:F3}", $"{report.CError:F3}");
        terms.Add("a~", $"{report.ATilde:F3}", $"{report.ATildeError:F3}");
        terms.Print(_context.Terminal, $"Resolution of {report.Data}: chi2/ndf {report.Chi2:F1}/{report.Ndf}.");
        var peaks = new ResultTable("peak", "E (MeV)", "measured (%)", "error (%)", "fit (%)", "difference (%)");
        foreach (ResolutionPeakReport peak in report.Peaks)
        {
            peaks.Add(peak.Name, $"{peak.EnergyMeV:F4}", $"{peak.Measured:F3}", $"{peak.Error:F3}", $"{peak.Fitted:F3}", $"{100.0 * ((peak.Measured / peak.Fitted) - 1.0):F1}");
        }

        peaks.Print(_context.Terminal);
        if (report.ErrorScale > 1.5)
        {
            _context.Say(
                $"the peaks scatter about the model by {report.ScatterPercent:F1} % (more than their errors: chi2/ndf is {report.Chi2 / report.Ndf:F0}) "
                + $"multiply every error by {report.ErrorScale:F0}, and see docs/methods/non-linearity.md for the reason.");
        }
    }
}
