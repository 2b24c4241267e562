using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Isolux.Calibration.DataSets;
using Isolux.Calibration.NonLinearity;
using Isolux.Cli.Options;
using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Numerics.Fitting;
using Isolux.Reporting;
using Isolux.Storage.Cache;
using Isolux.Storage.DataSets;
using Isolux.Strategy.NonLinearity;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux calibrate nonlinearity</c>: both models of the non-linearity from measured gamma peaks and a beta spectrum.</summary>
internal sealed class CalibrateNonLinearityVerb : Verb
{
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly SimulationOptions _simulation = new();
    private readonly Option<string> _data = DataOption.Create();
    private readonly Option<int> _toys = new("--toys")
    {
        Description = "Toy fits behind every band, 20 to 100000.",
        HelpName = "N",
        DefaultValueFactory = _ => new NonLinearitySettings().ToyCount,
    };

    private readonly Option<string?> _out =
        ResultFolderOption.Create("Write figures, the result and one payload per model, ready to publish, and its positron scale as a table into this folder.");

    public CalibrateNonLinearityVerb(CommandContext context)
        : base(
            "nonlinearity",
            "Fit both models of the non-linearity to measured gamma peaks and a beta spectrum.",
            "isolux calibrate nonlinearity --data juno-2025",
            "isolux calibrate nonlinearity --data juno-2025 --out nonlinearity --json",
            "isolux calibrate nonlinearity --data my-data/dataset.json --detector juno --toys 1000")
    {
        _context = context;
        Add(_data);
        _toys.Validators.Add(result => Requirement.Within(result, 20, 100_000));
        Add(_toys);
        Add(_out);
        _detector.AddTo(this);
        _simulation.AddTo(this);
        SetAction((parsed, cancellation) => Task.FromResult(Calibrate(parsed, cancellation)));
    }

    private int Calibrate(ParseResult parsed, CancellationToken cancellation)
    {
        CalibrationDataSet data = DataSetFile.Read(parsed.GetRequiredValue(_data));
        if (data.NonLinearity is not { } measured)
        {
            throw new UsageException($"the non-linearity of {data.Name} cannot be fitted (it holds no gamma peaks) choose a data set with the section 'nonLinearity'.");
        }

        DetectorDescription detector = _detector.Load(parsed);
        CalibrationOutput? output = parsed.GetValue(_out) is { } folder ? new CalibrationOutput(folder, _context) : null;
        output?.Prepare();
        int threads = parsed.GetValue(_simulation.Threads);
        NonLinearitySettings settings = new() { ToyCount = parsed.GetValue(_toys), Seed = parsed.GetValue(_simulation.Seed), Threads = threads };
        FolderMapStore cache = new(_context.Surroundings.CacheFolder, _context.Terminal.Error.WriteLine);
        ImmutableArray<NonLinearityResult> results = _context.Progress.Show<ImmutableArray<NonLinearityResult>>(stages =>
        {
            ScintillatorLight light = new ScintillatorLightProvider(cache, threads).Provide(detector, new StageProgress(stages, "light of electrons"), cancellation);
            NonLinearityCalibrator calibrator = new(settings, light.Spectra);
            IElectronModel[] models = [new EmpiricalModel(), new BirksCherenkovModel(light.Electrons)];
            return [.. models.Select(model => calibrator.Calibrate(measured, model, new StageProgress(stages, model.Name), cancellation))];
        });
        NonLinearityReport report = NonLinearityReport.From(data, detector.Name, results);
        output?.Write(figures => [.. figures.NonLinearity(data, results), .. Payloads(data, detector, results)], report);
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(report);
        }
        else
        {
            Print(report);
        }

        if (results.FirstOrDefault(result => result.Fit.Status != FitStatus.Converged) is { } failed)
        {
            _context.Say($"the fit of the model {failed.Model} is not good to use ({failed.Fit.Reason}) look at the data, or give more of them.");
        }

        return (int)ExitCode.Done;
    }

    private static IEnumerable<ReportFile> Payloads(CalibrationDataSet data, DetectorDescription detector, ImmutableArray<NonLinearityResult> results)
    {
        string provenance = $"data set {data.Name}, light of electrons of {detector.Name}";
        foreach (NonLinearityResult result in results.Where(result => result.Fit.Status == FitStatus.Converged))
        {
            ElectronNonLinearityPayload payload = result.ToPayload(provenance);
            yield return new ReportFile($"{result.Model}.payload.json", [.. PayloadCodec.Encode(payload)]);
            string table = PositronScaleTable.Write(payload, $"fit of the model {result.Model} to the {provenance} (isolux calibrate nonlinearity); scintillation non-linearity");
            yield return new ReportFile($"{result.Model}.positron.csv", [.. Encoding.UTF8.GetBytes(table)]);
        }
    }

    private void Print(NonLinearityReport report)
    {
        foreach (NonLinearityModelReport model in report.Models)
        {
            var parameters = new ResultTable("parameter", "value", "error", "unit");
            foreach (FittedParameterReport parameter in model.Parameters)
            {
                parameters.Add(parameter.Name, $"{parameter.Value:G6}", $"{parameter.Error:G3}", parameter.Unit);
            }

            parameters.Print(_context.Terminal, $"{report.Data}, model {model.Name}: chi2/ndf {model.Chi2:F1}/{model.Ndf}, p {model.PValue:G2}.");
            var points = new ResultTable("gamma peak", "E (MeV)", "measured", "error", "fit", "pull");
            foreach (GammaPeakReport point in model.GammaPeaks)
            {
                points.Add(point.Name, $"{point.EnergyMeV:F4}", $"{point.Measured:F4}", $"{point.Error:F4}", $"{point.Fitted:F4}", $"{point.Pull:F2}");
            }

            points.Print(_context.Terminal);
            foreach (ComparisonReport comparison in model.Comparisons)
            {
                _context.Terminal.Output.WriteLine(
                    $"{comparison.Curve}: scaled by {comparison.Scale:F4} it differs from the published curve by at most {comparison.LargestDifferencePercent:F2} % "
                    + $"({comparison.LargestDifferenceInBands:F2} half widths of the published band) from {comparison.FromMeV} to {comparison.ToMeV} MeV.");
            }

            _context.Terminal.Output.WriteLine();
        }
    }
}
