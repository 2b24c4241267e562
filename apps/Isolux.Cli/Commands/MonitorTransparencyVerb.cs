using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Isolux.Calibration.Transparency;
using Isolux.Cli.Options;
using Isolux.Conditions;
using Isolux.Detector;
using Isolux.Numerics.Fitting;
using Isolux.Reporting;
using Isolux.Storage.Cache;
using Isolux.Storage.Transparency;
using Isolux.Strategy.Transparency;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux monitor transparency</c>: absorption, Rayleigh and attenuation length from laser beams, and their change since a reference.</summary>
internal sealed class MonitorTransparencyVerb : Verb
{
    private const double PercentPerOne = 100.0;
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly Argument<string> _file = new("FILE") { Description = "Measurement of laser beams: its document or folder." };
    private readonly Option<string?> _reference = new("--reference") { Description = "An earlier measurement with the same beams: fit the change since then as well.", HelpName = "FILE" };
    private readonly Option<double> _channelError = Percent("--channel-error", "Relative error of the efficiency of a channel, percent.", PercentPerOne * new TransparencySettings().ChannelErrorFraction);
    private readonly Option<double> _reemissionError = Percent("--reemission-error", "Relative error of the probability of re-emission, percent.", PercentPerOne * new TransparencySettings().ReemissionErrorFraction);
    private readonly Option<long> _photons = new("--template-photons")
    {
        Description = "Photons per beam of the simulation that beams are compared with.",
        HelpName = "N",
        DefaultValueFactory = _ => new BeamTemplateSettings().PhotonCount,
    };

    private readonly Option<int> _threads = new SimulationOptions().Threads;
    private readonly Option<string?> _out = ResultFolderOption.Create("Write figures, the result and one payload per wavelength, ready to publish, into this folder.");

    public MonitorTransparencyVerb(CommandContext context)
        : base(
            "transparency",
            "Fit absorption, Rayleigh and attenuation length to what the photosensors saw of laser beams.",
            "isolux monitor transparency beams/measurement.json",
            "isolux monitor transparency today --reference january --out transparency --json")
    {
        _context = context;
        _photons.Validators.Add(result => Requirement.Within(result, BeamTemplateSettings.LeastPhotons, BeamTemplateSettings.MostPhotons));
        Add(_file);
        _detector.AddTo(this);
        foreach (Option option in new Option[] { _reference, _channelError, _reemissionError, _photons, _threads, _out })
        {
            Add(option);
        }

        SetAction((parsed, cancellation) => Task.FromResult(Monitor(parsed, cancellation)));
    }

    private int Monitor(ParseResult parsed, CancellationToken cancellation)
    {
        DetectorDescription detector = _detector.Load(parsed);
        TransparencyMeasurement measurement = TransparencyMeasurementFile.Read(parsed.GetRequiredValue(_file), detector);
        TransparencyMeasurement? reference = parsed.GetValue(_reference) is { } earlier ? TransparencyMeasurementFile.Read(earlier, detector) : null;
        CalibrationOutput? output = parsed.GetValue(_out) is { } folder ? new CalibrationOutput(folder, _context) : null;
        output?.Prepare();
        TransparencySettings settings = new()
        {
            ChannelErrorFraction = parsed.GetValue(_channelError) / PercentPerOne,
            ReemissionErrorFraction = parsed.GetValue(_reemissionError) / PercentPerOne,
        };
        FolderMapStore cache = new(_context.Surroundings.CacheFolder, _context.Terminal.Error.WriteLine);
        BeamTemplateProvider templates = new(cache, new BeamTemplateSettings { PhotonCount = parsed.GetValue(_photons) }, parsed.GetValue(_threads));
        TransparencyStudy study = new(detector, templates, settings);
        (ImmutableArray<TransparencyResult> results, ImmutableArray<TransparencyChange> changes) = _context.Progress.Show(stages =>
        {
            StageProgress progress = new(stages, "light of the beams");
            return (study.Calibrate(measurement, progress, cancellation), reference is null ? [] : study.Compare(reference, measurement, progress, cancellation));
        });
        TransparencyReport report = new(
            1, detector.Name, measurement.Source, [.. results.Select(TransparencyWavelengthReport.From)], [.. changes.Select(TransparencyChangeReport.From)]);
        output?.Write(figures => [.. results.SelectMany(result => figures.Transparency(result)), .. Payloads(measurement, results)], report);
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(report);
        }
        else
        {
            Print(report);
        }

        if (results.Select(result => result.Fit).Concat(changes.Select(change => change.Fit)).FirstOrDefault(fit => fit.Status != FitStatus.Converged) is { } failed)
        {
            _context.Say($"the fit is not good to use ({failed.Reason}) look at the measurement, or take more pulses.");
        }

        return (int)ExitCode.Done;
    }

    private static IEnumerable<ReportFile> Payloads(TransparencyMeasurement measurement, ImmutableArray<TransparencyResult> results) => results
        .Where(result => result.Fit.Status == FitStatus.Converged)
        .Select(result => new ReportFile(
            string.Create(CultureInfo.InvariantCulture, $"transparency-{result.WavelengthNm}nm.payload.json"),
            [.. PayloadCodec.Encode(TransparencyStudy.ToPayload(result, measurement.Source))]));

    private void Print(TransparencyReport report)
    {
        var table = new ResultTable("wavelength (nm)", "absorption (m)", "Rayleigh (m)", "attenuation (m)", "chi2/ndf", "p");
        foreach (TransparencyWavelengthReport fit in report.Wavelengths)
        {
            table.Add(
                $"{fit.WavelengthNm}",
                $"{fit.AbsorptionLengthM:F2} ± {fit.AbsorptionErrorM:F2}",
                $"{fit.RayleighLengthM:F2} ± {fit.RayleighErrorM:F2}",
                $"{fit.AttenuationLengthM:F3} ± {fit.AttenuationErrorM:F3}",
                $"{fit.Chi2:F1}/{fit.Ndf}",
                $"{fit.PValue:G2}");
        }

        table.Print(_context.Terminal);
        if (report.Changes.IsEmpty)
        {
            return;
        }

        var changes = new ResultTable("wavelength (nm)", "change of absorption length (%)", "change of Rayleigh length (%)", "chi2/ndf", "p");
        foreach (TransparencyChangeReport change in report.Changes)
        {
            changes.Add(
                $"{change.WavelengthNm}",
                $"{change.AbsorptionLengthPercent:F2} ± {change.AbsorptionErrorPercent:F2}",
                $"{change.RayleighLengthPercent:F2} ± {change.RayleighErrorPercent:F2}",
                $"{change.Chi2:F1}/{change.Ndf}",
                $"{change.PValue:G2}");
        }

        changes.Print(_context.Terminal, "Since the reference:");
    }

    private static Option<double> Percent(string name, string description, double value)
    {
        Option<double> option = new(name) { Description = description, HelpName = "PERCENT", DefaultValueFactory = _ => value };
        option.Validators.Add(result => Requirement.Within(result, 0.0, 100.0));
        return option;
    }
}
