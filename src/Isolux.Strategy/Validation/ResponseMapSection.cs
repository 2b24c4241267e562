using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Geometry;
using Isolux.Detector.Light;
using Isolux.Quantities;
using Isolux.Simulation.Optics;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;

namespace Isolux.Strategy.Validation;

/// <summary>Response maps against micro simulation at points and energies no map was built on: mean light, width, hit pattern.</summary>
/// <param name="detector">The detector.</param>
/// <param name="maps">Gives its map.</param>
/// <param name="settings">Statistics.</param>
public sealed class ResponseMapSection(DetectorDescription detector, ResponseMapProvider maps, ValidationSettings settings) : IValidationSection
{
    private const int PhotonsPerPoint = 1_000_000;
    private const int PatternDraws = 200_000;
    private const int MicroEvents = 1_000;
    private const ulong SeedsPerRegion = 1000;
    private const double MeanTolerance = 0.002;
    private const double WidthTolerance = 0.02;

    /// <inheritdoc/>
    public string Name => "response-map";

    /// <inheritdoc/>
    public ValidationPage Evaluate(IProgress<double>? progress, CancellationToken cancellation)
    {
        (DetectorGeometry geometry, ScintillationModel scintillation) = Require(detector);
        ResponseMap map = maps.Provide(detector, progress, cancellation);
        OpticalModel model = new(detector);
        ProbePoint[] points = ProbePoint.Of(geometry);
        Probed[] probed = Probe(model, map, points, progress, cancellation);
        Region[] regions = [.. ProbeRegion.Of(geometry).Select((region, i) => Probe(model, map, region, geometry, settings.Seed + (SeedsPerRegion * (ulong)(i + 1)), progress, cancellation))];
        ShowerComparison showers = new(new ShowerSimulator(detector), new MicroLightResponse(model, scintillation), new MapLightResponse(map, scintillation), settings.Threads);
        Shot[] shots = Shoot(showers, points, progress, cancellation);
        bool light = probed.All(p => Within(p.DifferenceFraction, p.Error, MeanTolerance));
        int outside = regions.Sum(r => r.Outside);
        bool particles = shots.All(s => Within(s.Outcome.MeanDifferenceFraction, s.Outcome.MeanError, MeanTolerance) && Within(s.Outcome.WidthDifferenceFraction, s.Outcome.WidthError, WidthTolerance));
        return new ValidationPage(
            "Response maps against micro simulation",
            [
                $"`{detector.Name}`: map of {map.Quality.PhotonCount:N0} photons (noise {map.Quality.FiducialNoiseFraction:P3} rms over the fiducial volume, {map.Quality.CentreNoiseFraction:P3} at the centre; "
                + $"chi2/ndf of its {map.Quality.PhotonCount / 2048:N0} nodes {map.Quality.Chi2PerNdf:F4}) against photons tracked one by one with other random numbers.",
                $"Light: {settings.Scale(PhotonsPerPoint):N0} photons per point score their expected detection. The error is that of micro simulation alone; the map adds its own noise, which grows towards the edge.",
                "Hit pattern: photoelectrons drawn from the map against those tracked, in 72 patches of large PMTs around the direction of the point. The excess is the rms relative difference of a patch beyond "
                + "both statistics; the map's own noise is not taken off.",
                "Random points: the error of a pull joins that of micro simulation and the noise of the map, taken as its rms over the fiducial volume everywhere.",
                $"Particles: {settings.Scale(MicroEvents):N0} showers each, the same for both. The width is the root of the variance of the expected photoelectrons over showers plus their mean, the Poisson part; micro simulation "
                + "scores the expectation of every shower and its own noise is taken off. Errors are those of the paired difference.",
            ],
            [
                new ValidationTable(
                    "response-map-light", "Detection probability of a scintillation photon (large PMTs).",
                    ["point", "r / m", "cos(theta)", "phi / deg", "micro", "map", "map/micro - 1", "error", "hit pattern chi2/ndf", "p", "excess"],
                    [.. probed.Select(p => p.Row())]),
                new ValidationTable(
                    "response-map-random-points", "Random points: detection probability (large PMTs), map/micro - 1.",
                    ["region", "r / m", "points", "mean", "rms", "mean error of micro", "rms of pulls", "largest", "beyond 0.2 % and three errors"],
                    [.. regions.Select(r => r.Row())]),
                new ValidationTable(
                    "response-map-particles", "Photoelectrons of the same showers.",
                    ["particle", "MeV", "point", "micro mean / PE", "map mean / PE", "map/micro - 1", "error", "micro sigma / PE", "map sigma / PE", "map/micro - 1", "error"],
                    [.. shots.Select(s => s.Row())]),
            ],
            $"Light: largest difference {probed.Max(p => Math.Abs(p.DifferenceFraction)):P2}, rms {Math.Sqrt(probed.Average(p => p.DifferenceFraction * p.DifferenceFraction)):P2} with a mean statistical error of "
            + $"{probed.Average(p => p.Error):P2}; {(light ? "every point within 0.2 % and three errors" : "not every point lies within 0.2 % and three errors")}; "
            + $"of {regions.Sum(r => r.Differences.Length)} random points {outside} lie beyond, pulls have an rms of {Rms(regions.SelectMany(r => r.Pulls)):F2}. "
            + $"Particles: {(particles ? "every mean within 0.2 % and every width within 2 %, with three errors" : "not every mean within 0.2 % or width within 2 %, with three errors")}.");
    }

    private Probed[] Probe(OpticalModel model, ResponseMap map, ProbePoint[] points, IProgress<double>? progress, CancellationToken cancellation)
    {
        LightProbe probe = new(model, settings.Threads);
        HitPatternComparison patterns = new(detector, map.Pattern);
        Probed[] probed = new Probed[points.Length];
        for (int i = 0; i < points.Length; i++)
        {
            LightProbeResult micro = probe.Measure(points[i].Position, settings.Scale(PhotonsPerPoint), settings.Seed + (ulong)i, cancellation);
            probed[i] = new Probed(
                points[i], micro, map.Lpmt.Evaluate(points[i].Position), patterns.Compare(points[i].Position, micro, settings.Scale(PatternDraws), settings.Seed + (ulong)i));
            progress?.Report(0.4 * (i + 1) / points.Length);
        }

        return probed;
    }

    private Region Probe(
        OpticalModel model, ResponseMap map, ProbeRegion region, DetectorGeometry geometry, ulong seed, IProgress<double>? progress, CancellationToken cancellation)
    {
        LightProbe probe = new(model, settings.Threads);
        ImmutableArray<Position> points = region.Draw(geometry.ScintillatorRadiusMm, seed);
        double[] differences = new double[points.Length];
        double[] errors = new double[points.Length];
        for (int i = 0; i < points.Length; i++)
        {
            LightProbeResult micro = probe.Measure(points[i], settings.Scale(PhotonsPerPoint), seed + (ulong)i, cancellation);
            differences[i] = (map.Lpmt.Evaluate(points[i]) / micro.LpmtProbability) - 1.0;
            errors[i] = micro.LpmtError / micro.LpmtProbability;
            progress?.Report(0.4 + (0.4 * i / points.Length));
        }

        return new Region(region, geometry.ScintillatorRadiusMm, map.Quality.FiducialNoiseFraction, differences, errors);
    }

    private Shot[] Shoot(ShowerComparison showers, ProbePoint[] points, IProgress<double>? progress, CancellationToken cancellation)
    {
        (ParticleKind Kind, string Name, double EnergyMeV, string Where)[] cases =
        [
            (ParticleKind.Electron, "e-", 0.7, "off the axis"),
            (ParticleKind.Positron, "e+", 0.4, "under a bar of the equator"),
            (ParticleKind.Gamma, "gamma", 1.461, "beyond total reflection"),
            (ParticleKind.Electron, "e-", 2.6, "under the chimney, deeper"),
        ];
        List<Shot> shots = [];
        foreach ((ParticleKind kind, string name, double energyMeV, string where) in cases)
        {
            if (points.FirstOrDefault(p => p.Why == where) is { } point)
            {
                shots.Add(new Shot(name, energyMeV, where, showers.Compare(kind, energyMeV, point.Position, settings.Scale(MicroEvents), settings.Seed, cancellation)));
            }

            progress?.Report(0.8 + (0.2 * shots.Count / cases.Length));
        }

        return [.. shots];
    }

    private static bool Within(double difference, double error, double tolerance) => Math.Abs(difference) <= tolerance + (3.0 * error);

    private static double Rms(IEnumerable<double> values) => Math.Sqrt(values.Average(value => value * value));

    private static (DetectorGeometry Geometry, ScintillationModel Scintillation) Require(DetectorDescription detector) =>
        detector is { Geometry: { } geometry, Scintillation: { } scintillation }
            ? (geometry, scintillation)
            : throw new InvalidSpecificationException(new SpecificationFault(detector.Name, "geometry", null, "maps need shells and light", "choose a detector with both"));

    private sealed record Probed(ProbePoint Point, LightProbeResult Micro, double MapProbability, HitPatternComparison.Outcome Pattern)
    {
        public double DifferenceFraction => (MapProbability / Micro.LpmtProbability) - 1.0;

        public double Error => Micro.LpmtError / Micro.LpmtProbability;

        public ImmutableArray<string> Row() =>
        [
            Point.Why,
            $"{Point.Position.RadiusMm / 1000.0:F2}",
            $"{Point.Position.CosTheta:F3}",
            $"{Point.Position.PhiRad * 180.0 / Math.PI:F0}",
            $"{Micro.LpmtProbability:F6}",
            $"{MapProbability:F6}",
            $"{DifferenceFraction:+0.00%;-0.00%}",
            $"{Error:P2}",
            $"{Pattern.Chi2:F0}/{Pattern.Ndf}",
            $"{Pattern.Probability:G2}",
            $"{Pattern.ExcessRms:P1}",
        ];
    }

    private sealed record Region(ProbeRegion Where, double RadiusMm, double MapNoise, double[] Differences, double[] Errors)
    {
        public IEnumerable<double> Pulls => Differences.Zip(Errors, (difference, error) => difference / Math.Sqrt((error * error) + (MapNoise * MapNoise)));

        public int Outside => Differences.Where((difference, i) => !Within(difference, Errors[i], MeanTolerance)).Count();

        public ImmutableArray<string> Row() =>
        [
            Where.Name,
            $"{Where.InnerFraction * RadiusMm / 1000.0:F1} to {Where.OuterFraction * RadiusMm / 1000.0:F1}",
            $"{Differences.Length}",
            $"{Differences.Average():+0.00%;-0.00%}",
            $"{Rms(Differences):P2}",
            $"{Errors.Average():P2}",
            $"{Rms(Pulls):F2}",
            $"{Differences.MaxBy(Math.Abs):+0.00%;-0.00%}",
            $"{Outside}",
        ];
    }

    private sealed record Shot(string Particle, double EnergyMeV, string Where, ShowerComparison.Outcome Outcome)
    {
        public ImmutableArray<string> Row() =>
        [
            Particle,
            $"{EnergyMeV:0.###}",
            Where,
            $"{Outcome.MicroMean:F2}",
            $"{Outcome.MapMean:F2}",
            $"{Outcome.MeanDifferenceFraction:+0.00%;-0.00%}",
            $"{Outcome.MeanError:P2}",
            $"{Outcome.MicroSigma:F2}",
            $"{Outcome.MapSigma:F2}",
            $"{Outcome.WidthDifferenceFraction:+0.00%;-0.00%}",
            $"{Outcome.WidthError:P2}",
        ];
    }
}
