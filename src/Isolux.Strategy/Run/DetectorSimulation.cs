using Isolux.Detector;
using Isolux.Detector.Geometry;
using Isolux.Detector.Light;
using Isolux.Detector.Photosensors;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;
using Isolux.Simulation.Samples;

namespace Isolux.Strategy.Run;

/// <summary>The simulation of one detector, wired together: showers, response map and samples.</summary>
internal sealed class DetectorSimulation
{
    public DetectorSimulation(DetectorDescription detector, ResponseMap map, RunSettings settings)
    {
        Detector = detector;
        Map = map;
        Geometry = detector.Geometry ?? throw Missing(detector, "geometry", "declare shells and sensors");
        ScintillationModel scintillation = detector.Scintillation ?? throw Missing(detector, "scintillation", "declare the light yield and the emission spectrum");
        Showers = new ShowerSimulator(detector);
        Light = new MapLightResponse(map, scintillation);
        DarkNoiseMeanPe = detector.Photosensors
            .Where(sensor => sensor.Type.Kind == SensorKind.Lpmt)
            .Sum(sensor => sensor.Type.MeanDarkPe(detector.DarkNoiseWindowNs));
        Samples = new SampleSimulator(Showers, Light, DarkNoiseMeanPe, settings.Seed, settings.Threads);
    }

    public DetectorDescription Detector { get; }

    public DetectorGeometry Geometry { get; }

    public ResponseMap Map { get; }

    public ShowerSimulator Showers { get; }

    public MapLightResponse Light { get; }

    /// <summary>Mean dark counts of all large PMTs in the readout window, PE.</summary>
    public double DarkNoiseMeanPe { get; }

    public SampleSimulator Samples { get; }

    private static InvalidSpecificationException Missing(DetectorDescription detector, string path, string suggestion) =>
        new(new SpecificationFault(detector.Name, path, null, "a calibration campaign needs it", suggestion));
}
