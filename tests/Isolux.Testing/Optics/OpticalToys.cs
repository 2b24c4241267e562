using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Geometry;
using Isolux.Detector.Light;
using Isolux.Detector.Materials;
using Isolux.Detector.Photosensors;
using Isolux.Numerics.Interpolation;
using Isolux.Quantities;

namespace Isolux.Testing.Optics;

/// <summary>Small optical detectors built in code, for tests of photon transport.</summary>
public static class OpticalToys
{
    /// <summary>The plain spheres of the Geant4 reference: 430 nm, constant indices, a detecting sphere at 19.434 m.</summary>
    /// <param name="rayleighScale">Factor on the Rayleigh length of the scintillator (27 m).</param>
    public static DetectorDescription Spheres(double rayleighScale = 1.0) => Describe(
        [
            Medium("liquidScintillator", 1.496, 77_000, 27_000 * rayleighScale),
            Medium("acrylic", 1.50, 10_000, null),
            Medium("water", 1.333, 100_000, null),
        ],
        new DetectorGeometry(
            [new("liquidScintillator", 17_700), new("acrylic", 17_820), new("water", 19_434)], [], OuterBoundary.Detects, 17_200),
        [],
        Monochromatic());

    /// <summary>One clear or absorbing ball of radius 10 m whose surface detects.</summary>
    public static DetectorDescription Ball(OpticalMedium medium) => Describe(
        [medium],
        new DetectorGeometry([new(medium.Name, 10_000)], [], OuterBoundary.Detects, 9_000),
        [],
        Monochromatic());

    /// <summary>17,612 balls of radius 0.22 m on a spiral at 19.8 m that detect what meets them, in perfectly clear matter of one index.</summary>
    public static DetectorDescription BallsInClearMatter()
    {
        var ball = new PhotosensorType("ball", SensorKind.Lpmt, 220, 220, SampledCurve.Constant(1.0), SampledCurve.Constant(1.0), true, 0, 0, 0);
        return Describe(
            [Medium("clear", 1.4, null, null)],
            new DetectorGeometry([new("clear", 20_500)], [], OuterBoundary.Absorbs, 17_200),
            [.. Sensors(17_612, 0, 19_800, ball)],
            Monochromatic());
    }

    /// <summary>
    /// A detector with everything: re-emission and dispersion, 2,000 large half bulbs and 3,000 small ones on spiral positions, radial bars and an off-axis
    /// opaque cylinder that also crosses the acrylic.
    /// </summary>
    public static DetectorDescription Complete()
    {
        var wavelengths = new[] { 200.0, 350.0, 430.0, 500.0, 800.0 };
        var scintillator = new OpticalMedium(
            "liquidScintillator",
            new SampledCurve(wavelengths, [1.62, 1.513, 1.496, 1.490, 1.480]),
            new SampledCurve(wavelengths, [0.01, 1.0, 60_000, 80_000, 20_000], CurveInterpolation.LogLinear),
            new SampledCurve(wavelengths, [850, 17_000, 27_000, 45_000, 300_000], CurveInterpolation.LogLinear),
            new Reemission(new SampledCurve(wavelengths, [0.42, 0.8, 0.28, 0.12, 0.0]), 1.5));
        var large = new PhotosensorType(
            "large", SensorKind.Lpmt, 254, 190, new SampledCurve([250, 300, 420, 700], [0.0, 0.1, 0.3, 0.0]), new SampledCurve([0, 79, 90], [1, 0.92, 0.27]), false, 3, 20_000, 0.3);
        var small = new PhotosensorType("small", SensorKind.Spmt, 40, 30, SampledCurve.Constant(0.25), SampledCurve.Constant(1.0), false, 1.6, 500, 0.3);
        ImmutableArray<Photosensor> sensors =
        [
            .. Sensors(2_000, 0, 19_434, large),
            .. Sensors(3_000, 2_000, 19_300, small),
        ];
        ImmutableArray<OpaqueBar> bars =
        [
            .. Spiral(100).Select(p => new OpaqueBar("supportBar", Scaled(p, 17_820), Scaled(p, 19_400), 50)),
            new OpaqueBar("chimney", Position.FromMetres(0.2, 0, 17.6), Position.FromMetres(0.2, 0, 19.4), 450),
        ];
        return Describe(
            [scintillator, Medium("acrylic", 1.503, 5_000, null), Medium("water", 1.342, 80_000, 200_000)],
            new DetectorGeometry([new("liquidScintillator", 17_700), new("acrylic", 17_820), new("water", 19_600)], bars, OuterBoundary.Absorbs, 17_200),
            sensors,
            new ScintillationModel(10_000, 0.9, new SampledCurve([350, 380, 400, 430, 520], [0, 0.05, 1, 0.75, 0]), null, []));
    }

    /// <summary>A medium with constant properties; null lengths for absent processes, mm.</summary>
    public static OpticalMedium Medium(string name, double index, double? absorptionLengthMm, double? rayleighLengthMm) => new(
        name,
        SampledCurve.Constant(index),
        absorptionLengthMm is { } a ? SampledCurve.Constant(a) : null,
        rayleighLengthMm is { } r ? SampledCurve.Constant(r) : null,
        null);

    /// <summary>Directions spread evenly over the sphere by the golden angle.</summary>
    public static IEnumerable<Position> Spiral(int count) =>
        Enumerable.Range(0, count).Select(i => Position.FromSpherical(1.0, 1.0 - (2.0 * (i + 0.5) / count), i * Math.PI * (3.0 - Math.Sqrt(5.0))));

    /// <summary>Photosensors spread evenly over a sphere, numbered from <paramref name="first"/>.</summary>
    public static IEnumerable<Photosensor> Sensors(int count, int first, double radiusMm, PhotosensorType type) =>
        Spiral(count).Select((p, i) => new Photosensor(ChannelId.FromIndex(first + i), Scaled(p, radiusMm), type));

    private static Position Scaled(Position direction, double radiusMm) =>
        new(radiusMm * direction.XMm, radiusMm * direction.YMm, radiusMm * direction.ZMm);

    private static ScintillationModel Monochromatic() => new(10_000, 1.0, null, 430, []);

    private static DetectorDescription Describe(
        OpticalMedium[] media, DetectorGeometry geometry, ImmutableArray<Photosensor> sensors, ScintillationModel light) => new()
    {
        Name = "optical-toy",
        Geometry = geometry,
        Media = media.ToImmutableDictionary(m => m.Name),
        Photosensors = sensors,
        Scintillation = light,
        Sources = [],
        Systems = [],
        Assumptions = [],
        Digest = string.Empty,
        LightDigest = string.Empty,
    };
}
