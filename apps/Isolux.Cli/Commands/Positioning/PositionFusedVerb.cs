using System.Collections.Immutable;
using System.CommandLine;
using Isolux.Campaign.Positioning;
using Isolux.Cli.Options;
using Isolux.Detector;
using Isolux.Storage.Positioning;
using Isolux.Strategy.Report;

namespace Isolux.Cli.Commands.Positioning;

/// <summary><c>isolux position fused</c>: sources located by ultrasound, cameras and cables together.</summary>
internal sealed class PositionFusedVerb : Verb
{
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly Argument<string> _ultrasound = new("ULTRASOUND") { Description = "Arrival times, as for 'position uss'; cable lengths, where there are any, are taken from here." };
    private readonly Argument<string> _cameras = new("CAMERAS") { Description = "Spots, as for 'position ccd'; sources of the same name belong together." };
    private readonly Option<string?> _out = ResultFolderOption.Create("Write the figure and the result into this folder.");

    public PositionFusedVerb(CommandContext context)
        : base(
            "fused",
            "Locate sources by ultrasound, cameras and cables together and say which of them disagrees.",
            "isolux position fused datasets/simulated-positions/ultrasound.json datasets/simulated-positions/cameras.json")
    {
        _context = context;
        Add(_ultrasound);
        Add(_cameras);
        _detector.AddTo(this);
        Add(_out);
        SetAction(Locate);
    }

    private int Locate(ParseResult parsed)
    {
        DetectorDescription detector = _detector.Load(parsed);
        (string ultrasoundFile, string camerasFile) = (parsed.GetRequiredValue(_ultrasound), parsed.GetRequiredValue(_cameras));
        ImmutableArray<UltrasoundMeasurement> pulses = new PositionDataBuilder(detector, ultrasoundFile).Build(UltrasoundDataFile.Read(ultrasoundFile));
        CameraSeries series = new PositionDataBuilder(detector, camerasFile).Build(CameraDataFile.Read(camerasFile));
        PositionOutput output = new(_context, parsed.GetValue(_out));
        output.Prepare();
        if (detector.Positioning is not { Ultrasound: { } system, Cameras: { } array, Cables: { } readout })
        {
            throw new UsageException($"{detector.Name} cannot fuse positions (it does not declare errors of its cables) add 'positioning.cables' to the detector.");
        }

        if (pulses.FirstOrDefault(pulse => series.Exposures.All(exposure => exposure.Name != pulse.Name)) is { } alone)
        {
            throw new UsageException($"'{alone.Name}' of {ultrasoundFile} has no exposure (no source of {camerasFile} bears its name) give both the same names.");
        }

        ImmutableArray<UltrasoundFix> heard = new UltrasoundSeriesLocator(system).Locate([.. pulses.Select(pulse => pulse.Pulse)]).Fixes;
        CameraLocator locator = new(array, [.. PositionCamerasVerb.Calibrate(array, series).OfType<CalibratedCamera>()]);
        PositionFusion fusion = new(readout);
        (string Name, FusedPosition? Fused)[] places =
        [
            .. pulses.Zip(heard, (pulse, fix) =>
            {
                CameraMeasurement exposure = series.Exposures.First(candidate => candidate.Name == pulse.Name);
                PositionFix? seen = locator.Locate(exposure.Spots).Fix;
                CableReading? cables = pulse.Cables ?? exposure.Cables;
                return (pulse.Name, fix.Fix is null && seen is null && cables is null ? null : fusion.Fuse(fix.Fix, seen, cables));
            }),
        ];
        ImmutableArray<SourceReport> sources =
        [
            .. places.Select(place => new SourceReport(
                place.Name, PlaceReport.From(place.Fused?.Fix), place.Fused?.Fix is null ? "its measures disagree or are missing" : null, [], place.Fused is null ? null : FusionReport.From(place.Fused))),
        ];
        PositionPicture picture = new(
            "located by ultrasound, cameras and cables",
            PositionOutput.RadiusM(detector),
            [.. places.Where(place => place.Fused?.Fix is not null).Select(place => PositionPicture.Draw(place.Name, place.Fused!.Fix!))],
            [
                .. places.SelectMany((place, i) => new[] { ("central cable", place.Fused?.Central), ("side cable", place.Fused?.Side) }
                    .Where(cable => cable.Item2 is not null)
                    .Select(cable => new PictureResidual(
                        i, cable.Item1, cable.Item2!.DifferenceMm / cable.Item2.ErrorMm, place.Fused!.Verdict == FusionVerdict.CablesSlipped ? MeasureUse.Rejected : MeasureUse.Used))),
            ]);
        return output.Finish(
            new FusedReport(1, [ultrasoundFile, camerasFile], detector.Name, sources), sources, picture, parsed.GetValue(_context.Json), () => { });
    }
}
