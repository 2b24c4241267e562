using Isolux.Detector;
using Isolux.Storage.Documents;
using Isolux.Strategy.NonLinearity;

namespace Isolux.Physics.Tests.NonLinearity;

/// <summary>The light of the scintillator of `juno`, simulated once for the tests that share it.</summary>
internal static class JunoScintillator
{
    private static readonly DetectorDescription s_detector = DetectorLoader.Load("juno", []);
    private static readonly Lazy<ScintillatorLight> s_light = new(() => new ScintillatorLightSimulator(s_detector, threads: 2).Simulate(null, CancellationToken.None));

    public static DetectorDescription Detector => s_detector;

    public static ScintillatorLight Light => s_light.Value;
}
