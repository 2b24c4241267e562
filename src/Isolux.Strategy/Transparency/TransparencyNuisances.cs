using System.Collections.Immutable;
using Isolux.Calibration.Transparency;
using Isolux.Detector;
using Isolux.Detector.Materials;
using Isolux.Detector.Photosensors;
using Isolux.Detector.Readout;
using Isolux.Detector.Transparency;
using Isolux.Events.Beams;
using Isolux.Numerics.Interpolation;
using Isolux.Quantities;
using Isolux.Simulation.Beams;
using Isolux.Simulation.Readout;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Transparency;

/// <summary>
/// What wrong assumptions about beams, media and channels do, one at a time. A wrong assumption is a template of its own, simulated with the same random numbers as the template of the fit, so that most of their noise cancels; both are used without
/// further fluctuations.
/// </summary>
/// <param name="detector">The detector; it declares beams.</param>
/// <param name="wavelengthNm">Wavelength, nm.</param>
/// <param name="photons">Photons per beam of every template.</param>
/// <param name="seed">Seed.</param>
/// <param name="threads">Threads; no result depends on it.</param>
public sealed class TransparencyNuisances(DetectorDescription detector, double wavelengthNm, long photons, ulong seed, int threads)
{
    private const double PercentPerOne = 100.0;
    private const double MmPerM = 1000.0;
    private const double TiltDegrees = 0.2;
    private const double ChannelSpread = 0.08;
    private const long Pulses = 1000;

    /// <summary>Computes them.</summary>
    /// <param name="logAbsorptionFactor">ln(absorption coefficient now over that of the reference) of the real change.</param>
    /// <param name="progress">Told the fraction done.</param>
    /// <param name="cancellation">Stops it.</param>
    public ImmutableArray<TransparencyNuisance> Evaluate(double logAbsorptionFactor, IProgress<double>? progress, CancellationToken cancellation)
    {
        ImmutableArray<BeamTemplate> nominal = Simulate(detector, 0);
        TransparencyCalibrator calibrator = new(nominal, new TransparencySettings());
        PseudoMeasurements right = new(detector, nominal);
        ImmutableArray<(string Name, Func<PseudoMeasurements> Make)> wrongs =
        [
            ("none: other photons, the noise of this comparison", () => new PseudoMeasurements(detector, Simulate(detector, 1))),
            ($"beams tilted by {TiltDegrees} degrees", () => Wrong(detector with { Transparency = Tilted(detector.Transparency!) })),
            ("divergence larger by 20 %", () => Wrong(detector with { Transparency = detector.Transparency! with { DivergenceRad = 1.2 * detector.Transparency.DivergenceRad } })),
            ("absorption length of the vessel shorter by 10 %", () => Wrong(WithMedium(1, medium => medium with { AbsorptionLengthMm = medium.AbsorptionLengthMm?.Scale(0.9) }))),
            ("re-emission probability higher by 10 %", () => Wrong(WithMedium(0, medium => medium with { Reemission = medium.Reemission is { } again ? again with { Probability = again.Probability.Scale(1.1) } : null }))),
            ("acceptance of bulbs less by 10 % beyond 60 degrees", () => Wrong(WithDimRims())),
            ($"efficiencies of channels spread by {PercentPerOne * ChannelSpread:F0} %", () => new PseudoMeasurements(detector, nominal, Spread(nominal.Length))),
        ];
        var found = ImmutableArray.CreateBuilder<TransparencyNuisance>();
        foreach ((string name, Func<PseudoMeasurements> make) in wrongs)
        {
            cancellation.ThrowIfCancellationRequested();
            PseudoMeasurements wrong = make();
            TransparencyResult lengths = calibrator.Calibrate(wrong.Mean(0.0, Pulses));
            found.Add(new TransparencyNuisance(
                name,
                PercentPerOne * ((lengths.AbsorptionLengthM * MmPerM / nominal[0].AbsorptionLengthMm) - 1.0),
                PercentPerOne * ((lengths.RayleighLengthM * MmPerM / nominal[0].RayleighLengthMm) - 1.0),
                calibrator.Compare(wrong.Mean(0.0, Pulses), wrong.Mean(logAbsorptionFactor, Pulses)).AbsorptionLengthPercent,
                calibrator.Compare(right.Mean(0.0, Pulses), wrong.Mean(0.0, Pulses)).AbsorptionLengthPercent));
            progress?.Report((double)found.Count / wrongs.Length);
        }

        return found.ToImmutable();

        PseudoMeasurements Wrong(DetectorDescription other) => new(other, Simulate(other, 0));
    }

    private ImmutableArray<BeamTemplate> Simulate(DetectorDescription other, uint sample)
    {
        ImmutableArray<LaserBeam> beams = other.Transparency!.Beams;
        return
        [
            .. beams.Select((beam, i) => new BeamTemplateSimulator(
                other, new BeamSimulationSettings { Seed = seed, Run = RandomRuns.BeamNuisances + (sample * (uint)beams.Length) + (uint)i, Threads = threads }).Simulate(beam, wavelengthNm, photons)),
        ];
    }

    /// <summary>Every beam about an axis at right angles to it and, as far as may be, to the vertical.</summary>
    private static TransparencyMonitor Tilted(TransparencyMonitor monitor) => monitor with { Beams = [.. monitor.Beams.Select(Tilted)] };

    private static LaserBeam Tilted(LaserBeam beam)
    {
        Position way = beam.Aim - beam.Launch;
        double rhoMm = Math.Max(way.RhoMm, 1.0);
        double shift = Math.Tan(Angle.FromDegrees(TiltDegrees).Rad);
        Position up = new(-way.XMm * way.ZMm / rhoMm, -way.YMm * way.ZMm / rhoMm, rhoMm);
        return beam with { Aim = beam.Aim + new Position(shift * up.XMm, shift * up.YMm, shift * up.ZMm) };
    }

    private DetectorDescription WithMedium(int shell, Func<OpticalMedium, OpticalMedium> change)
    {
        OpticalMedium medium = detector.Media[detector.Geometry!.Shells[shell].Medium];
        return detector with { Media = detector.Media.SetItem(medium.Name, change(medium)) };
    }

    private ImmutableArray<ImmutableArray<double>> Spread(int beams)
    {
        ChannelEfficiency drawn = new(detector with { Efficiency = new EfficiencySpread(ChannelSpread, 0.0, DeadRegion.All) }, seed);
        return [.. Enumerable.Repeat(drawn.Relative, beams)];
    }

    private DetectorDescription WithDimRims()
    {
        double[] angles = [.. Enumerable.Range(0, 91).Select(degrees => (double)degrees)];
        Dictionary<string, PhotosensorType> types = detector.Photosensors.Select(sensor => sensor.Type).DistinctBy(type => type.Name).ToDictionary(
            type => type.Name,
            type => type with { Acceptance = new SampledCurve(angles, [.. angles.Select(degrees => type.Acceptance.Evaluate(degrees) * (degrees > 60.0 ? 0.9 : 1.0))]) });
        return detector with { Photosensors = [.. detector.Photosensors.Select(sensor => sensor with { Type = types[sensor.Type.Name] })] };
    }
}
