using System.Collections.Immutable;
using System.CommandLine;
using Isolux.Campaign.Documents;
using Isolux.Campaign.Positioning;
using Isolux.Cli.Options;
using Isolux.Detector;
using Isolux.Detector.Positioning;
using Isolux.Storage.Positioning;
using Isolux.Strategy.Report;

namespace Isolux.Cli.Commands.Positioning;

/// <summary><c>isolux position ccd</c>: sources located by cameras.</summary>
internal sealed class PositionCamerasVerb : Verb
{
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly Argument<string> _file = new("FILE") { Description = "Spots of calibration targets and of sources: a JSON document." };
    private readonly Option<string?> _out = ResultFolderOption.Create("Write the figure and the result into this folder.");

    public PositionCamerasVerb(CommandContext context)
        : base(
            "ccd",
            "Calibrate cameras with lights at known places, then locate sources by triangulation.",
            "isolux position ccd datasets/simulated-positions/cameras.json",
            "isolux position ccd my-spots.json --out positions --json")
    {
        _context = context;
        Add(_file);
        _detector.AddTo(this);
        Add(_out);
        SetAction(Locate);
    }

    private int Locate(ParseResult parsed)
    {
        DetectorDescription detector = _detector.Load(parsed);
        string file = parsed.GetRequiredValue(_file);
        CameraDataDocument document = CameraDataFile.Read(file);
        CameraSeries series = new PositionDataBuilder(detector, file).Build(document);
        PositionOutput output = new(_context, parsed.GetValue(_out));
        output.Prepare();
        CameraArray array = detector.Positioning!.Cameras!;
        ImmutableArray<CalibratedCamera?> cameras = Calibrate(array, series);
        CameraLocator locator = new(array, [.. cameras.OfType<CalibratedCamera>()]);
        CameraFix[] fixes = [.. series.Exposures.Select(exposure => locator.Locate(exposure.Spots))];
        PositionFusion? fusion = detector.Positioning.Cables is { } readout ? new PositionFusion(readout) : null;
        ImmutableArray<SourceReport> sources =
        [
            .. series.Exposures.Zip(fixes, (exposure, fix) => SourceReport.From(exposure.Name, fix, exposure.Cables is { } cables ? fusion?.Fuse(null, fix.Fix, cables) : null)),
        ];
        CamerasReport report = new(1, document.Name, detector.Name, [.. array.Cameras.Zip(cameras, (mark, camera) => CameraCalibrationReport.From(mark.Name, camera))], sources);
        return output.Finish(report, sources, Picture(detector, array, series, fixes), parsed.GetValue(_context.Json), () => Print(report));
    }

    /// <summary>Every camera of an array; null where its targets do not agree with a camera.</summary>
    internal static ImmutableArray<CalibratedCamera?> Calibrate(CameraArray array, CameraSeries series)
    {
        CameraCalibrator calibrator = new(array);
        return [.. array.Cameras.Select(mark => calibrator.Calibrate(mark.Name, series.Targets))];
    }

    private void Print(CamerasReport report)
    {
        var table = new ResultTable("camera", "f (px)", "error", "k1", "error", "k2", "error", "chi2/ndf", "targets left out");
        foreach (CameraCalibrationReport camera in report.Cameras)
        {
            table.Add(camera.FocalLengthPx is null
                ? [camera.Name, "-", "-", "-", "-", "-", "-", "-", "its targets do not agree"]
                :
                [
                    camera.Name, F(camera.FocalLengthPx, 2), F(camera.FocalLengthErrorPx, 2), F(camera.K1, 5), F(camera.K1Error, 5), F(camera.K2, 5), F(camera.K2Error, 5),
                    FormattableString.Invariant($"{camera.Chi2:F1}/{camera.Ndf}"), string.Join(", ", camera.RejectedTargets),
                ]);
        }

        table.Print(_context.Terminal, $"{report.Data}: {report.Cameras.Count(camera => camera.FocalLengthPx is not null)} of {report.Cameras.Length} cameras calibrated.");
    }

    private static PositionPicture Picture(DetectorDescription detector, CameraArray array, CameraSeries series, CameraFix[] fixes) => new(
        "located by cameras",
        PositionOutput.RadiusM(detector),
        [.. series.Exposures.Zip(fixes).Where(pair => pair.Second.Fix is not null).Select(pair => PositionPicture.Draw(pair.First.Name, pair.Second.Fix!))],
        [
            .. fixes.SelectMany((fix, i) => fix.Residuals.SelectMany(residual => new[]
            {
                new PictureResidual(i, residual.Camera + " u", residual.ResidualUPx / array.PixelErrorPx, residual.Use),
                new PictureResidual(i, residual.Camera + " v", residual.ResidualVPx / array.PixelErrorPx, residual.Use),
            })),
        ]);

    private static string F(double? value, int digits) => value?.ToString("F" + digits, System.Globalization.CultureInfo.InvariantCulture) ?? "-";
}
