using Isolux.Detector;
using Isolux.Detector.Light;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;
using Isolux.Testing.Optics;

namespace Isolux.Tests.Response;

/// <summary>The complete optical toy with scintillation times and dark noise, its response map from few photons, and deposits of a made-up event.</summary>
public sealed class ToyResponse
{
    public ToyResponse() => Map = new ResponseMapBuilder(Detector, new ResponseMapSettings { PhotonCount = 1_000_000 }, threadCount: 2).Build(null, default);

    public static double MeanDecayNs => Components.Sum(component => component.Fraction * component.DecayTimeNs);

    public static DetectorDescription Detector { get; } = OpticalToys.Complete() with
    {
        DarkNoiseWindowNs = 300,
        Scintillation = OpticalToys.Complete().Scintillation! with { TimeComponents = [.. Components] },
    };

    public static EnergyDeposit[] Deposits { get; } =
    [
        Deposit(Position.FromMetres(0, 0, 0), 0.0, 0.8, 0),
        Deposit(Position.FromMetres(4, 3, -9), 1.0, 2.0, 400),
        Deposit(Position.FromMetres(4.2, 3, -9), 2.0, 0.1, 900),
    ];

    public ResponseMap Map { get; }

    private static DecayComponent[] Components => [new(5, 0.7), new(80, 0.3)];

    private static EnergyDeposit Deposit(Position position, double timeNs, double quenchedMeV, double cherenkovPhotons) =>
        new(position, timeNs, quenchedMeV, quenchedMeV, cherenkovPhotons, new UnitVector(0, 0.6, 0.8));
}
