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

/// <summary><c>isolux position uss</c>: sources located by ultrasound.</summary>
internal sealed class PositionUltrasoundVerb : Verb
{
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly Argument<string> _file = new("FILE") { Description = "Arrival times: a JSON document, or a CSV table with the columns pulse, receiver and timeUs (or timeMs, timeS)." };
    private readonly Option<string?> _out = ResultFolderOption.Create("Write the figure and the result into this folder.");

    public PositionUltrasoundVerb(CommandContext context)
        : base(
            "uss",
            "Locate sources by the times of flight of ultrasonic pulses, with the speed of sound fitted.",
            "isolux position uss datasets/simulated-positions/ultrasound.json",
            "isolux position uss my-arrivals.csv --out positions --json")
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
        UltrasoundDataDocument document = UltrasoundDataFile.Read(file);
        ImmutableArray<UltrasoundMeasurement> measurements = new PositionDataBuilder(detector, file).Build(document);
        PositionOutput output = new(_context, parsed.GetValue(_out));
        output.Prepare();
        UltrasoundSystem system = detector.Positioning!.Ultrasound!;
        UltrasoundSeries series = new UltrasoundSeriesLocator(system).Locate([.. measurements.Select(measurement => measurement.Pulse)]);
        PositionFusion? fusion = detector.Positioning.Cables is { } readout ? new PositionFusion(readout) : null;
        ImmutableArray<SourceReport> sources =
        [
            .. measurements.Zip(series.Fixes, (measurement, fix) =>
                SourceReport.From(measurement.Name, fix, measurement.Cables is { } cables ? fusion?.Fuse(fix.Fix, null, cables) : null)),
        ];
        UltrasoundReport report = new(
            1, document.Name, detector.Name, 1000.0 * series.SoundSpeed.ValueMmPerUs, 1000.0 * series.SoundSpeed.ErrorMmPerUs, series.SpeedFixes, sources);
        return output.Finish(report, sources, Picture(detector, system, measurements, series), parsed.GetValue(_context.Json), () => _context.Terminal.Output.WriteLine(
            FormattableString.Invariant($"{document.Name}: speed of sound {report.SoundSpeedMPerS:F2} +- {report.SoundSpeedErrorMPerS:F2} m/s from {series.SpeedFixes} of {sources.Length} pulses.")));
    }

    private static PositionPicture Picture(DetectorDescription detector, UltrasoundSystem system, ImmutableArray<UltrasoundMeasurement> measurements, UltrasoundSeries series) => new(
        "located by ultrasound",
        PositionOutput.RadiusM(detector),
        [.. measurements.Zip(series.Fixes).Where(pair => pair.Second.Fix is not null).Select(pair => PositionPicture.Draw(pair.First.Name, pair.Second.Fix!))],
        [
            .. series.Fixes.SelectMany((fix, i) => fix.Residuals.Select(residual => new PictureResidual(
                i, residual.Receiver, residual.ResidualUs / Math.Sqrt((system.TimeErrorUs * system.TimeErrorUs) + Math.Pow(system.SurveyErrorMm / system.SoundSpeedMmPerUs, 2)), residual.Use))),
        ]);
}
