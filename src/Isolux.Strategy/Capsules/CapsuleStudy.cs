using System.Collections.Immutable;
using Isolux.Detector.Capsules;
using Isolux.Strategy.Ladder;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Capsules;

/// <summary>Biases that capsules at the centre give the lines of their sources.</summary>
internal sealed class CapsuleStudy(DetectorSimulation simulation, ulong seed, int threads)
{
    private readonly EnergyLossMeasurement _energyLoss = new(simulation, seed, threads);

    /// <summary>The lines whose source has a capsule, by energy, with it.</summary>
    public ImmutableArray<(LadderLine Line, SourceCapsule Capsule)> Lines() =>
    [
        .. from line in LadderLine.Of(simulation.Detector, simulation.Detector.Neutrons!)
           let capsule = simulation.Detector.Sources.FirstOrDefault(source => source.Name == line.Name)?.Capsule
           where capsule is not null
           select (line, capsule),
    ];

    public EnergyLoss EnergyLoss(LadderLine line, SourceCapsule capsule, int events, uint run, CancellationToken cancellation) =>
        _energyLoss.Measure(line, capsule, events, run, cancellation);
}
