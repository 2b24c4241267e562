using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Geometry;
using Isolux.Detector.Materials;
using Isolux.Detector.Photosensors;
using Isolux.Numerics.Interpolation;
using Isolux.Quantities;
using Isolux.Simulation.Response;

namespace Isolux.Strategy.Validation;

/// <summary>g(r) of a detector and the shift that each assumption of its optics causes.</summary>
/// <param name="detector">The detector.</param>
/// <param name="settings">Statistics.</param>
public sealed class NonUniformitySection(DetectorDescription detector, ValidationSettings settings) : IValidationSection
{
    private const long FullPhotons = 30_000_000;
    private const double RadialStepMm = 100.0;
    private const double QuotedRadiusMm = 17_000.0;
    private const int CellCount = 60;

    /// <inheritdoc/>
    public string Name => "non-uniformity";

    /// <inheritdoc/>
    public ValidationPage Evaluate(IProgress<double>? progress, CancellationToken cancellation)
    {
        DetectorGeometry geometry = detector.Geometry
            ?? throw new InvalidSpecificationException(new SpecificationFault(detector.Name, "geometry", null, "g(r) needs shells", "choose a detector with a geometry"));
        ResponseMapSettings build = new() { PhotonCount = Math.Max(ResponseMapSettings.LeastPhotons, (long)(FullPhotons * settings.StatisticsFactor)) };
        (string Name, DetectorDescription Detector)[] variants = [("as declared", detector), .. Variants(detector, geometry)];
        List<Shape> shapes = [];
        foreach ((string name, DetectorDescription variant) in variants)
        {
            ResponseMap map = new ResponseMapBuilder(variant, build, settings.Threads).Build(null, cancellation);
            shapes.Add(Shape.Of(name, map.Lpmt, geometry, map.Quality));
            progress?.Report((double)shapes.Count / variants.Length);
        }

        Shape declared = shapes[0];
        string published = detector.Published is { } p
            ? $" Published: maximum {p.MaximumResponseRatio:F2} at {p.MaximumRadiusM:F1} m, {p.ResponseRatioAt17M:F2} at 17.0 m, fiducial mean {p.FiducialMeanRatio:F2}."
            : string.Empty;
        return new ValidationPage(
            "Non-uniformity and the assumptions behind it",
            [
                $"g(r) of light in `{detector.Name}`: detection probability of a scintillation photon averaged over angles, over that at the centre, from response maps of {build.PhotonCount:N0} photons per variant "
                + $"(noise {declared.NoiseFraction:P2} rms; every variant uses the same photons, so shifts are better known than values). The calibrated g of a run comes from the n-H gamma instead, whose light spreads over 20 cm.",
                "Each variant changes one assumption of the documents. Light yield is the probability at the centre over that of the declared detector.",
            ],
            [
                new ValidationTable(
                    "non-uniformity", "g(r) and what each assumption does to it.",
                    ["variant", "maximum", "at r / m", "shift", "g(17.0 m)", "shift", "fiducial mean", "shift", "light yield"],
                    [.. shapes.Select(shape => shape.Cells(declared))]),
                new ValidationTable(
                    "non-uniformity-curve", "g(r) of every variant.",
                    ["r / m", .. shapes.Select(shape => shape.Name)],
                    [.. Enumerable.Range(0, 18).Select(metre => (ImmutableArray<string>)[$"{Math.Min(metre, 17.5):0.0}", .. shapes.Select(shape => $"{shape.At(Math.Min(metre, 17.5) * 1000.0):F4}")])]),
            ],
            $"Declared: maximum {declared.Maximum:F3} at {declared.MaximumRadiusM:F1} m, g(17.0 m) {declared.At17M:F3}, fiducial mean {declared.FiducialMean:F3}.{published}");
    }

    private static IEnumerable<(string Name, DetectorDescription Detector)> Variants(DetectorDescription detector, DetectorGeometry geometry)
    {
        static bool OnAxis(OpaqueBar bar) => bar.End.RhoMm <= bar.RadiusMm;
        DetectorDescription WithBars(IEnumerable<OpaqueBar> bars) => detector with { Geometry = geometry with { Bars = [.. bars] } };
        foreach (double radiusMm in (double[])[30.0, 70.0])
        {
            yield return ($"bar radius {radiusMm / 10.0:0} cm", WithBars(geometry.Bars.Select(bar => OnAxis(bar) ? bar : bar with { RadiusMm = radiusMm })));
        }

        yield return ("no bars", WithBars(geometry.Bars.Where(OnAxis)));
        foreach (double radiusMm in (double[])[400.0, 500.0])
        {
            yield return ($"chimney radius {radiusMm / 1000.0:0.0} m", WithBars(geometry.Bars.Select(bar => OnAxis(bar) ? bar with { RadiusMm = radiusMm } : bar)));
        }

        const double oldAcrylicMm = 1410.0;
        const double referenceNm = 420.0;
        string acrylic = geometry.Shells[1].Medium;
        OpticalMedium medium = detector.Media[acrylic];
        if (medium.AbsorptionLengthMm is { } absorption)
        {
            SampledCurve scaled = absorption.Scale(oldAcrylicMm / absorption.Evaluate(referenceNm));
            yield return ("absorption of acrylic 1.41 m at 420 nm", detector with { Media = detector.Media.SetItem(acrylic, medium with { AbsorptionLengthMm = scaled }) });
        }

        yield return ("no fall of acceptance at the rim", detector with { Photosensors = FlatAcceptance(detector.Photosensors) });
    }

    private static ImmutableArray<Photosensor> FlatAcceptance(ImmutableArray<Photosensor> sensors)
    {
        Dictionary<PhotosensorType, PhotosensorType> flat = sensors.Select(sensor => sensor.Type).Distinct()
            .ToDictionary(type => type, type => type with { Acceptance = SampledCurve.Constant(1.0) });
        return [.. sensors.Select(sensor => sensor with { Type = flat[sensor.Type] })];
    }

    private sealed record Shape(string Name, double Maximum, double MaximumRadiusM, double At17M, double FiducialMean, double CentreProbability, double NoiseFraction, LightMap Map)
    {
        public static Shape Of(string name, LightMap map, DetectorGeometry geometry, ResponseMapQuality quality)
        {
            double centre = map.Evaluate(Position.Centre);
            double[] radiiMm = [.. Enumerable.Range(0, (int)(geometry.FiducialRadiusMm / RadialStepMm) + 1).Select(i => i * RadialStepMm)];
            double best = radiiMm.MaxBy(radiusMm => PolarMean(map, radiusMm));
            double mean = Enumerable.Range(0, CellCount).Average(i => PolarMean(map, geometry.FiducialRadiusMm * Math.Cbrt((i + 0.5) / CellCount)));
            return new Shape(
                name, PolarMean(map, best) / centre, best / 1000.0, PolarMean(map, QuotedRadiusMm) / centre, mean / centre, centre, quality.FiducialNoiseFraction, map);
        }

        public double At(double radiusMm) => PolarMean(Map, radiusMm) / CentreProbability;

        public ImmutableArray<string> Cells(Shape declared) =>
        [
            Name,
            $"{Maximum:F4}",
            $"{MaximumRadiusM:F1}",
            $"{Math.Round(Maximum - declared.Maximum, 4):+0.0000;-0.0000;0.0000}",
            $"{At17M:F4}",
            $"{Math.Round(At17M - declared.At17M, 4):+0.0000;-0.0000;0.0000}",
            $"{FiducialMean:F4}",
            $"{Math.Round(FiducialMean - declared.FiducialMean, 4):+0.0000;-0.0000;0.0000}",
            $"{CentreProbability / declared.CentreProbability:F4}",
        ];

        private static double PolarMean(LightMap map, double radiusMm) =>
            Enumerable.Range(0, CellCount).Average(i => map.AzimuthalMean(radiusMm, (2.0 * (i + 0.5) / CellCount) - 1.0));
    }
}
