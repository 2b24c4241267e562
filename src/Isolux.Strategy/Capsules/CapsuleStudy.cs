using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Capsules;
using Isolux.Quantities;
using Isolux.Simulation.Capsules;
using Isolux.Simulation.Optics;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Capsules;

/// <summary>Biases that capsules at the centre give the lines of their sources.</summary>
internal sealed class CapsuleStudy
{
    private readonly CapsuleStudySettings _settings;
    private readonly EnergyLossMeasurement _energyLoss;
    private readonly ShadowingMeasurement _shadowing;

    public CapsuleStudy(DetectorSimulation simulation, CapsuleStudySettings settings, CancellationToken cancellation)
    {
        _settings = settings;
        Lines = CapsuleLine.Of(simulation.Detector);
        Detection = DirectionalDetection.Measure(
            new OpticalModel(simulation.Detector), Position.Centre, settings.Photons, settings.Seed, settings.Threads, cancellation);
        _energyLoss = new EnergyLossMeasurement(simulation.Detector, simulation.Light, simulation.DarkNoiseMeanPe, settings);
        _shadowing = new ShadowingMeasurement(simulation, Detection, settings.Seed, settings.Threads);
    }

    /// <summary>The lines of sources in capsules, by energy.</summary>
    public ImmutableArray<CapsuleLine> Lines { get; }

    /// <summary>Detection of light that leaves the centre.</summary>
    public DirectionalDetection Detection { get; }

    /// <summary>Whether a detector declares what the study needs.</summary>
    public static bool Applies(DetectorDescription detector) =>
        detector.Geometry is not null && detector.Neutrons is not null && detector.Sources.Any(source => source.Capsule is not null);

    /// <summary>The biases of a line in its own capsule and in others; the decays are the same in all.</summary>
    public ImmutableArray<CapsuleBias> Measure(CapsuleLine line, ImmutableArray<SourceCapsule> capsules, CancellationToken cancellation)
    {
        uint run = RandomRuns.Capsules + (uint)Math.Max(0, Lines.IndexOf(line));
        int[] bare = _energyLoss.Bare(line, _settings.Events, run, cancellation);
        return
        [
            .. capsules.Select(capsule => line with { Capsule = capsule }).Select(inside => new CapsuleBias(
                line.Name,
                line.Line.EnergyMeV,
                _energyLoss.Measure(inside, bare, run, cancellation),
                _shadowing.Measure(inside, _settings.ShadowEvents, run, cancellation))),
        ];
    }

    /// <summary>The biases of all lines.</summary>
    public ImmutableArray<CapsuleBias> Measure(IProgress<double>? progress, CancellationToken cancellation)
    {
        var biases = ImmutableArray.CreateBuilder<CapsuleBias>();
        foreach (CapsuleLine line in Lines)
        {
            biases.AddRange(Measure(line, [line.Capsule], cancellation));
            progress?.Report((double)biases.Count / Lines.Length);
        }

        return biases.ToImmutable();
    }
}
