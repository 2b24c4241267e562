using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Geometry;
using Isolux.Detector.Light;
using Isolux.Numerics.Statistics;
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
    private const int MapEventsPerMicroEvent = 20;
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
        Shot[] shots = Shoot(new MicroLightResponse(model, scintillation), new MapLightResponse(map, scintillation), points, progress, cancellation);
        bool light = probed.All(p => Math.Abs(p.DifferenceFraction) <= MeanTolerance + (3.0 * p.Error));
        bool particles = shots.All(s => Math.Abs(s.MeanDifferenceFraction) <= MeanTolerance + (3.0 * s.MeanError) && Math.Abs(s.WidthDifferenceFraction) <= WidthTolerance + (3.0 * s.WidthError));
        return new ValidationPage(
            "Response maps against micro simulation",
            [
                $"`{detector.Name}`: map of {map.Quality.PhotonCount:N0} photons (noise {map.Quality.FiducialNoiseFraction:P3} rms over the fiducial volume, {map.Quality.CentreNoiseFraction:P3} at the centre; "
                + $"chi2/ndf of its {map.Quality.PhotonCount / 2048:N0} nodes {map.Quality.Chi2PerNdf:F4}) against photons tracked one by one with other random numbers.",
                $"Light: {settings.Scale(PhotonsPerPoint):N0} photons per point score their expected detection. The error is that of micro simulation alone; the map adds its own noise, which grows towards the edge.",
                "Hit pattern: photoelectrons drawn from the map against those tracked, in 72 patches of large PMTs around the direction of the point. The excess is the rms relative difference of a patch beyond "
                + "both statistics; the map's own noise is not taken off.",
                $"Particles: {settings.Scale(MicroEvents):N0} events photon by photon, {MapEventsPerMicroEvent} times as many with the map; the width is the standard deviation of all events.",
            ],
            [
                new ValidationTable(
                    "response-map-light", "Detection probability of a scintillation photon (large PMTs).",
                    ["point", "r / m", "cos(theta)", "phi / deg", "micro", "map", "map/micro - 1", "error", "hit pattern chi2/ndf", "p", "excess"],
                    [.. probed.Select(p => p.Row())]),
                new ValidationTable(
                    "response-map-particles", "Photoelectrons of particles.",
                    ["particle", "MeV", "point", "micro mean / PE", "map mean / PE", "map/micro - 1", "error", "micro sigma / PE", "map sigma / PE", "map/micro - 1", "error"],
                    [.. shots.Select(s => s.Row())]),
            ],
            $"Light: largest difference {probed.Max(p => Math.Abs(p.DifferenceFraction)):P2}, rms {Math.Sqrt(probed.Average(p => p.DifferenceFraction * p.DifferenceFraction)):P2} with a mean statistical error of "
            + $"{probed.Average(p => p.Error):P2}; {(light ? "every point within 0.2 % and three errors" : "not every point lies within 0.2 % and three errors")}. "
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
            progress?.Report(0.5 * (i + 1) / points.Length);
        }

        return probed;
    }

    private Shot[] Shoot(
        MicroLightResponse micro, MapLightResponse mapped, ProbePoint[] points, IProgress<double>? progress, CancellationToken cancellation)
    {
        (ParticleKind Kind, string Name, double EnergyMeV, string Where)[] cases =
        [
            (ParticleKind.Electron, "e-", 0.7, "off the axis"),
            (ParticleKind.Positron, "e+", 0.4, "under a bar of the equator"),
            (ParticleKind.Gamma, "gamma", 1.461, "beyond total reflection"),
            (ParticleKind.Electron, "e-", 2.6, "under the chimney, deeper"),
        ];
        ShowerSimulator showers = new(detector);
        List<Shot> shots = [];
        foreach ((ParticleKind kind, string name, double energyMeV, string where) in cases)
        {
            if (points.FirstOrDefault(p => p.Why == where) is { } point)
            {
                ParticleGunSettings few = new(kind, energyMeV, point.Position, settings.Scale(MicroEvents), settings.Seed, 20, settings.Threads);
                ParticleGunSettings many = few with { Count = MapEventsPerMicroEvent * few.Count, Seed = settings.Seed + 1 };
                RunningMoments tracked = new ParticleGun(showers, micro).Shoot(few, null, cancellation).Pe!;
                shots.Add(new Shot(name, energyMeV, where, tracked, new ParticleGun(showers, mapped).Shoot(many, null, cancellation).Pe!));
            }

            progress?.Report(0.5 + (0.5 * shots.Count / cases.Length));
        }

        return [.. shots];
    }

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

    private sealed record Shot(string Particle, double EnergyMeV, string Where, RunningMoments Micro, RunningMoments Map)
    {
        public double MeanDifferenceFraction => (Map.Mean / Micro.Mean) - 1.0;

        public double MeanError => Math.Sqrt((Micro.MeanError * Micro.MeanError) + (Map.MeanError * Map.MeanError)) / Micro.Mean;

        public double WidthDifferenceFraction => (Map.StandardDeviation / Micro.StandardDeviation) - 1.0;

        public double WidthError => Math.Sqrt(
            Math.Pow(Micro.StandardDeviationError / Micro.StandardDeviation, 2) + Math.Pow(Map.StandardDeviationError / Map.StandardDeviation, 2));

        public ImmutableArray<string> Row() =>
        [
            Particle,
            $"{EnergyMeV:0.###}",
            Where,
            $"{Micro.Mean:F2}",
            $"{Map.Mean:F2}",
            $"{MeanDifferenceFraction:+0.00%;-0.00%}",
            $"{MeanError:P2}",
            $"{Micro.StandardDeviation:F2}",
            $"{Map.StandardDeviation:F2}",
            $"{WidthDifferenceFraction:+0.0%;-0.0%}",
            $"{WidthError:P1}",
        ];
    }
}
