using Isolux.Campaign.Positioning;
using Isolux.Detector;
using Isolux.Storage.Documents;

namespace Isolux.Storage.Positioning;

/// <summary>Series of pulses and exposures as documents to check: files whose names end in <c>ultrasound.json</c>, <c>ultrasound.csv</c> or <c>cameras.json</c>.</summary>
public static class PositionDocumentKinds
{
    /// <summary>Arrival times of ultrasonic pulses.</summary>
    /// <param name="detector">The detector whose receivers they name.</param>
    public static DocumentKind Ultrasound(Func<DetectorDescription> detector) => new(
        "ultrasonic pulses",
        path => File.Exists(path) && Path.GetFileNameWithoutExtension(path).EndsWith("ultrasound", StringComparison.Ordinal),
        path =>
        {
            int pulses = new PositionDataBuilder(detector(), path).Build(UltrasoundDataFile.Read(path)).Length;
            return FormattableString.Invariant($"ultrasonic series of {pulses} pulses");
        });

    /// <summary>Spots of lights in cameras.</summary>
    /// <param name="detector">The detector whose cameras they name.</param>
    public static DocumentKind Cameras(Func<DetectorDescription> detector) => new(
        "camera exposures",
        path => File.Exists(path) && Path.GetFileName(path).EndsWith("cameras.json", StringComparison.Ordinal),
        path =>
        {
            CameraSeries series = new PositionDataBuilder(detector(), path).Build(CameraDataFile.Read(path));
            return FormattableString.Invariant($"camera series of {series.Targets.Length} targets and {series.Exposures.Length} exposures");
        });
}
