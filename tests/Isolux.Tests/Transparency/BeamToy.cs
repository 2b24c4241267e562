using System.Collections.Immutable;
using Isolux.Calibration.Transparency;
using Isolux.Detector;
using Isolux.Detector.Materials;
using Isolux.Detector.Transparency;
using Isolux.Events.Beams;
using Isolux.Quantities;
using Isolux.Simulation.Beams;
using Isolux.Testing.Optics;

namespace Isolux.Tests.Transparency;

/// <summary>A small detector with two beams, one through the centre and one past it, and their templates.</summary>
internal static class BeamToy
{
    public const double WavelengthNm = 430.0;

    private const long TemplatePhotons = 1_000_000;

    public static DetectorDescription Detector { get; } = OpticalToys.Complete() with
    {
        Transparency = new TransparencyMonitor(
            [WavelengthNm],
            0.02,
            10_000,
            50.0,
            800.0,
            [
                new LaserBeam("centre", Position.FromMetres(17.81 * 0.6, 0.0, 17.81 * 0.8), Position.Centre),
                new LaserBeam("chord", Position.FromMetres(0.0, 17.81, 0.0), Position.FromMetres(8.0, 0.0, 2.0)),
            ]),
    };

    private static readonly Lazy<ImmutableArray<BeamTemplate>> s_templates = new(() => Simulate(Detector!, TemplatePhotons));

    public static ImmutableArray<BeamTemplate> Templates => s_templates.Value;

    public static TransparencyCalibrator Calibrator(TransparencySettings settings) => new(Templates, settings);

    /// <summary>The detector with absorption and Rayleigh scattering of its scintillator scaled.</summary>
    public static DetectorDescription WithCoefficients(double absorptionFactor, double scatteringFactor)
    {
        OpticalMedium scintillator = Detector.Media["liquidScintillator"];
        return Detector with
        {
            Media = Detector.Media.SetItem(scintillator.Name, scintillator with
            {
                AbsorptionLengthMm = scintillator.AbsorptionLengthMm!.Scale(1.0 / absorptionFactor),
                RayleighLengthMm = scintillator.RayleighLengthMm!.Scale(1.0 / scatteringFactor),
            }),
        };
    }

    public static ImmutableArray<BeamTemplate> Simulate(DetectorDescription detector, long photons, int threads = 2) =>
        [.. detector.Transparency!.Beams.Select((beam, i) => new BeamTemplateSimulator(detector, Settings((uint)i) with { Threads = threads }).Simulate(beam, WavelengthNm, photons))];

    public static ImmutableArray<BeamExposure> Fire(DetectorDescription detector, long pulses, uint run) =>
        [.. detector.Transparency!.Beams.Select((beam, i) => new BeamSimulator(detector, Settings(run + (uint)i)).Simulate(beam, WavelengthNm, pulses))];

    private static BeamSimulationSettings Settings(uint run) => new() { Seed = 11, Run = run, Threads = 2 };
}
