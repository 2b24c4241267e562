using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Deployment;
using Isolux.Detector.Materials;
using Isolux.Detector.Sources;

namespace Isolux.Tests.Campaign;

/// <summary>A detector with the deployment systems and sources of the published calibration program (TIPP 2023) and nothing else.</summary>
internal static class SurveyedDetector
{
    public static DetectorDescription Create() => new()
    {
        Name = "surveyed",
        Media = ImmutableDictionary<string, OpticalMedium>.Empty,
        Photosensors = [],
        Sources =
        [
            .. new[] { "AmC", "AmBe", "Ge68", "Cs137", "Mn54", "Co60" }.Select(name => Source(name, 100.0)),
            Source("K40", 16.7),
            Source("laser", 50.0),
        ],
        Systems =
        [
            new AxisSystem("ACU", 10.0, 1000.0, 17500.0, 29000.0),
            new CableLoopSystem("CLS", 30.0, 430.0, [Anchor(48.0), Anchor(78.0)], 70.0, 17670.0, Math.PI / 18.0, 17700.0, 0.0),
            new GuideTubeSystem("GTCS", 30.0, 1000.0, 17820.0, 24.0 * Math.PI / 180.0, 156.0 * Math.PI / 180.0, [123.0 * Math.PI / 180.0]),
        ],
        Assumptions = [],
        Digest = "none",
        LightDigest = "none",
    };

    private static CalibrationSource Source(string name, double rateHz) => new(name, SourceKind.Gamma, [], rateHz, 0.0);

    private static CableAnchor Anchor(double thetaDegrees) =>
        new(17700.0 * Math.Sin(thetaDegrees * Math.PI / 180.0), 17700.0 * Math.Cos(thetaDegrees * Math.PI / 180.0));
}
