using Isolux.Detector;
using Isolux.Simulation.Optics;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;
using Isolux.Storage.Documents;
using Xunit;

namespace Isolux.Physics.Tests.Response;

/// <summary>`juno` with a modest response map, built once for the tests that share it.</summary>
public sealed class JunoResponse
{
    // Noise of 0.4 % rms over the fiducial volume; the default map has twelve times as many photons.
    private const long MapPhotons = 20_000_000;

    public DetectorDescription Detector { get; } = DetectorLoader.Load("juno", []);

    public OpticalModel Model { get; }

    public ShowerSimulator Showers { get; }

    public ResponseMap Map { get; }

    public JunoResponse()
    {
        Model = new OpticalModel(Detector);
        Showers = new ShowerSimulator(Detector);
        Map = new ResponseMapBuilder(Detector, new ResponseMapSettings { PhotonCount = MapPhotons }, threadCount: 2)
            .Build(null, TestContext.Current.CancellationToken);
    }
}
