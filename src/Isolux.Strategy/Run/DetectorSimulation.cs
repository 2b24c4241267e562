using Isolux.Detector;
using Isolux.Detector.Geometry;
using Isolux.Detector.Light;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;
using Isolux.Simulation.Samples;

namespace Isolux.Strategy.Run;

/// <summary>The simulation of one detector, wired together: showers, response map and samples.</summary>
internal sealed class DetectorSimulation
{
    private readonly RunSettings _settings;
    private readonly EfficiencyMaps _efficiencies;

    public DetectorSimulation(DetectorDescription detector, ResponseMap map, RunSettings settings)
        : this(detector, map, settings, new EfficiencyMaps(settings))
    {
    }

    private DetectorSimulation(DetectorDescription detector, ResponseMap map, RunSettings settings, EfficiencyMaps efficiencies)
    {
        _settings = settings;
        _efficiencies = efficiencies;
        Detector = detector;
        Map = map;
        Geometry = detector.Geometry ?? throw Missing(detector, "geometry", "declare shells and sensors");
        ScintillationModel scintillation = detector.Scintillation ?? throw Missing(detector, "scintillation", "declare the light yield and the emission spectrum");
        Showers = new ShowerSimulator(detector);
        Efficiencies = efficiencies.Of(detector, map);
        Light = new MapLightResponse(map, scintillation, Efficiencies);
        DarkNoiseMeanPe = efficiencies.DarkNoiseMeanPe(detector);
        Samples = new SampleSimulator(Showers, Light, DarkNoiseMeanPe, settings.Seed, settings.Threads, detector.ChargeSumResolutionFraction ?? 0.0);
    }

    public DetectorDescription Detector { get; }

    public DetectorGeometry Geometry { get; }

    public ResponseMap Map { get; }

    /// <summary>What unequal or dead channels make of the light; null where all are nominal.</summary>
    public ChannelEfficiencyMap? Efficiencies { get; }

    public ShowerSimulator Showers { get; }

    public MapLightResponse Light { get; }

    /// <summary>Mean dark counts of all large PMTs in the readout window, PE.</summary>
    public double DarkNoiseMeanPe { get; }

    public SampleSimulator Samples { get; }

    /// <summary>The simulation of a detector that differs from this one; the response map is built anew only where the transport of light differs.</summary>
    public DetectorSimulation Vary(DetectorDescription detector, ResponseMapProvider maps, IProgress<double>? progress, CancellationToken cancellation) =>
        new(detector, detector.LightDigest == Detector.LightDigest ? Map : maps.Provide(detector, progress, cancellation), _settings, _efficiencies);

    private static InvalidSpecificationException Missing(DetectorDescription detector, string path, string suggestion) =>
        new(new SpecificationFault(detector.Name, path, null, "a calibration campaign needs it", suggestion));
}
