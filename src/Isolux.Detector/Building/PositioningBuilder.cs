using System.Collections.Immutable;
using Isolux.Detector.Documents;
using Isolux.Detector.Positioning;
using Isolux.Quantities;

namespace Isolux.Detector.Building;

/// <summary>Builds what measures the place of a source.</summary>
internal sealed class PositioningBuilder(SpecificationReader reader)
{
    private const double MmPerM = 1000.0;
    private const double UsPerS = 1e6;
    private const double MmPerUsPerMPerS = MmPerM / UsPerS;
    private const int LeastReceivers = 4;
    private const int LeastCameras = 2;

    // Every group of measures is tried, so their number is bounded.
    private const int MostMarks = 12;

    public PositioningSystems? Build(PositioningDocument? document) => document is null
        ? null
        : new PositioningSystems(
            document.Ultrasound is { } ultrasound ? Build(ultrasound, "$.positioning.ultrasound") : null,
            document.Cameras is { } cameras ? Build(cameras, "$.positioning.cameras") : null,
            document.Cables is { } cables ? Build(cables, "$.positioning.cables") : null);

    private UltrasoundSystem Build(UltrasoundDocument document, string path)
    {
        ImmutableArray<SurveyedMark> receivers = Marks(document.Receivers, path + ".receivers");
        return new UltrasoundSystem(
            receivers,
            MmPerM * document.Receivers.ErrorM,
            MmPerUsPerMPerS * reader.Within(document.SoundSpeedMPerS, path + ".soundSpeedMPerS", 100.0, 10_000.0),
            MmPerUsPerMPerS * reader.Positive(document.SoundSpeedErrorMPerS, path + ".soundSpeedErrorMPerS"),
            MmPerUsPerMPerS * reader.Any(document.SoundSpeedSlopeMPerSPerK, path + ".soundSpeedSlopeMPerSPerK"),
            reader.Any(document.ReferenceTemperatureC, path + ".referenceTemperatureC"),
            reader.Positive(document.TimeErrorUs, path + ".timeErrorUs"),
            reader.Positive(document.ClockErrorUs, path + ".clockErrorUs"),
            MmPerM * reader.Any(document.EmitterAboveSourceM, path + ".emitterAboveSourceM"),
            Agreeing(document.LeastReceivers, path + ".leastReceivers", LeastReceivers, receivers.Length),
            reader.Within(document.EchoProbability, path + ".echoProbability", 0.0, 1.0),
            reader.Positive(document.EchoDelayUs, path + ".echoDelayUs"));
    }

    private CameraArray Build(CamerasDocument document, string path)
    {
        ImmutableArray<SurveyedMark> pupils = Marks(document.Pupils, path + ".pupils");
        return new CameraArray(
            pupils,
            MmPerM * document.Pupils.ErrorM,
            Angles.ToRad(reader.Positive(document.PointingErrorDegrees, path + ".pointingErrorDegrees")),
            reader.Positive(document.FocalLengthPx, path + ".focalLengthPx"),
            reader.Positive(document.FocalLengthErrorFraction, path + ".focalLengthErrorFraction"),
            reader.Positive(document.HalfImagePx, path + ".halfImagePx"),
            reader.Any(document.DistortionK1Ratio, path + ".distortionK1Ratio"),
            reader.Any(document.DistortionK2Ratio, path + ".distortionK2Ratio"),
            reader.Positive(document.PixelErrorPx, path + ".pixelErrorPx"),
            MmPerM * reader.Positive(document.TargetErrorM, path + ".targetErrorM"),
            Agreeing(document.LeastCameras, path + ".leastCameras", LeastCameras, pupils.Length),
            reader.Within(document.FalseSpotProbability, path + ".falseSpotProbability", 0.0, 1.0));
    }

    private CableReadout Build(CableReadoutDocument document, string path) => new(
        MmPerM * reader.Positive(document.LengthErrorM, path + ".lengthErrorM"),
        MmPerM * reader.Positive(document.OutOfPlaneErrorM, path + ".outOfPlaneErrorM"));

    private ImmutableArray<SurveyedMark> Marks(SurveyDocument survey, string path)
    {
        reader.RequireSource(survey.Source, path);
        if (!(survey.ErrorM > 0 && double.IsFinite(survey.ErrorM)))
        {
            reader.Fault(path + ".errorM", FormattableString.Invariant($"{survey.ErrorM}"), "the error of a survey is above 0", "give the error of a coordinate in metres");
        }

        if (survey.MarksM.Count > MostMarks)
        {
            reader.Fault(path + ".marksM", FormattableString.Invariant($"{survey.MarksM.Count} marks"), FormattableString.Invariant($"at most {MostMarks} can be searched for agreement"), "declare fewer");
        }

        foreach ((string name, ImmutableArray<double> place) in survey.MarksM.Where(mark => mark.Value.Length != 3 || !mark.Value.All(double.IsFinite)))
        {
            reader.Fault($"{path}.marksM.{name}", FormattableString.Invariant($"{place.Length} numbers"), "a place has three coordinates in metres", "give x, y, z");
        }

        return [.. survey.MarksM.Where(mark => mark.Value.Length == 3).Select(mark => new SurveyedMark(mark.Key, new Position(MmPerM * mark.Value[0], MmPerM * mark.Value[1], MmPerM * mark.Value[2])))];
    }

    private int Agreeing(MeasuredCount count, string path, int least, int marks)
    {
        reader.RequireSource(count.Source, path);
        if (count.Value < least || count.Value > marks)
        {
            reader.Fault(
                path + ".value", FormattableString.Invariant($"{count.Value}"), FormattableString.Invariant($"a place takes {least} to {marks} of the {marks} declared"), "correct the number");
        }

        return count.Value;
    }
}
