using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Events.Hits;
using Isolux.Events.Reconstructed;
using Isolux.Reconstruction;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;
using Isolux.Simulation.Samples;
using Isolux.Strategy.Summary;

namespace Isolux.Strategy.Reconstruction;

/// <summary>Simulates events of known vertex with ideal electronics, reconstructs them and compares.</summary>
public sealed class ReconstructionStudy
{
    /// <summary>First run number of the study; every sample takes the next.</summary>
    public const uint FirstRun = 7_000;

    private const double ReferenceMeV = 1.0;
    private const int TimedEvents = 600;
    private readonly DetectorDescription _detector;
    private readonly ResponseMap _map;
    private readonly ExpectedLightMapPayload _light;
    private readonly ulong _seed;
    private readonly int _threads;
    private readonly FullReconstruction _reconstruction;
    private readonly double _pePerMeV;
    private uint _run = FirstRun;

    /// <summary>Prepares the expected light and the reconstruction.</summary>
    /// <param name="detector">The detector.</param>
    /// <param name="map">Its response maps.</param>
    /// <param name="mode">What is used of an event.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="threads">Threads; only speed depends on them.</param>
    public ReconstructionStudy(DetectorDescription detector, ResponseMap map, ReconstructionMode mode, ulong seed, int threads)
        : this(detector, map, ExpectedLightMapFactory.Make(detector, map), mode, seed, threads)
    {
    }

    /// <summary>Prepares the reconstruction with an expected light that was made before.</summary>
    /// <param name="detector">The detector.</param>
    /// <param name="map">Its response maps.</param>
    /// <param name="light">The expected light made from them.</param>
    /// <param name="mode">What is used of an event.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="threads">Threads; only speed depends on them.</param>
    public ReconstructionStudy(DetectorDescription detector, ResponseMap map, ExpectedLightMapPayload light, ReconstructionMode mode, ulong seed, int threads)
    {
        ArgumentNullException.ThrowIfNull(light);
        _detector = detector;
        _map = map;
        _light = light;
        _pePerMeV = _light.PePerMeV;
        _seed = seed;
        _threads = threads;
        _reconstruction = new FullReconstruction(detector, map, _light, LightYield, new ReconstructionSettings { Mode = mode }, seed, threads);
    }

    private LightYieldPayload LightYield => new(_light.PePerMeV, 0.0, _light.Provenance);

    /// <summary>Compares a sample of particles even over a sphere.</summary>
    public VertexQuality AtRadius(ParticleKind kind, double energyMeV, double radiusMm, int events, CancellationToken cancellation) =>
        Judge(new SphereSurfaceGenerator(kind, energyMeV, radiusMm), events, cancellation);

    /// <summary>Simulates and reconstructs particles even in the fiducial volume.</summary>
    public (ReconstructedEvent Event, EventTruth Truth)[] Uniform(ParticleKind kind, double energyMeV, int events, IProgress<double>? progress, CancellationToken cancellation) =>
        _reconstruction.Reconstruct(new UniformSphereGenerator(kind, energyMeV, _detector.Geometry!.FiducialRadiusMm), events, _run++, progress, cancellation);

    /// <summary>Compares a sample with its truth.</summary>
    public VertexQuality Judge(IReadOnlyCollection<(ReconstructedEvent Event, EventTruth Truth)> sample) => VertexQuality.Of(sample, _light, _pePerMeV);

    /// <summary>The summary: electrons of 1 MeV in the fiducial volume, and the speed of one thread on some of them.</summary>
    /// <param name="events">Number of events.</param>
    /// <param name="clock">Measures the speed.</param>
    /// <param name="progress">Told the fraction done.</param>
    /// <param name="cancellation">Stops it.</param>
    public ReconstructionSummary Summarise(int events, TimeProvider clock, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(clock);
        VertexQuality quality = Judge(Uniform(ParticleKind.Electron, ReferenceMeV, events, progress, cancellation));
        return new ReconstructionSummary(
            0.1 * quality.ResolutionMm, 100.0 * (quality.EnergyRatio.Mean - 1.0), quality.ConvergedFraction, EventsPerSecond(clock, cancellation));
    }

    private VertexQuality Judge(IPrimaryGenerator primaries, int events, CancellationToken cancellation) =>
        Judge(_reconstruction.Reconstruct(primaries, events, _run++, null, cancellation));

    private double EventsPerSecond(TimeProvider clock, CancellationToken cancellation)
    {
        EventReconstructor reconstructor = new(
            _detector, _light, IdealChannels.Of(_detector), LightYield, new ReadoutWindow(0.0, _detector.DarkNoiseWindowNs), new ReconstructionSettings());
        (HitBatch hits, _) = new IdealEvents(_detector, new ShowerSimulator(_detector), _map, _seed, _threads).Simulate(
            new UniformSphereGenerator(ParticleKind.Electron, ReferenceMeV, _detector.Geometry!.FiducialRadiusMm), 0, TimedEvents, _run++, cancellation);
        reconstructor.Reconstruct(hits, 1, cancellation);
        long start = clock.GetTimestamp();
        reconstructor.Reconstruct(hits, 1, cancellation);
        return TimedEvents / clock.GetElapsedTime(start).TotalSeconds;
    }
}
