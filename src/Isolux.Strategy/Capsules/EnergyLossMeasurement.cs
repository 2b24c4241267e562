using Isolux.Calibration.Peaks;
using Isolux.Detector.Capsules;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Samples;
using Isolux.Strategy.Ladder;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Capsules;

/// <summary>
/// Measures what energy lost in a capsule at the centre does to a line: the same decays with the same random numbers in the capsule and in nothing but scintillator, both peaks fitted alike.
/// Most decays do not touch the capsule and give the same charge twice, so the shift is known much better than either peak; its error is that of a jackknife over groups of decays.
/// </summary>
internal sealed class EnergyLossMeasurement(DetectorSimulation simulation, ulong seed, int threads)
{
    private const int Groups = 20;

    /// <summary>Measures a line.</summary>
    /// <param name="line">The line; neutrons of its branches are left out.</param>
    /// <param name="capsule">The capsule.</param>
    /// <param name="events">Decays.</param>
    /// <param name="run">Run number of the random streams.</param>
    /// <param name="cancellation">Stops it.</param>
    public EnergyLoss Measure(LadderLine line, SourceCapsule capsule, int events, uint run, CancellationToken cancellation)
    {
        int[] bare = simulation.Samples.Simulate(new DecayGenerator(line.Scheme, Position.Centre), events, run, cancellation).PhotoElectrons;
        ShowerSimulator showers = new(simulation.Detector, capsule);
        SimulatedEvents inside = new SampleSimulator(showers, simulation.Light, simulation.DarkNoiseMeanPe, seed, threads)
            .Simulate(new CapsuleGenerator(line.Scheme, capsule, Position.Centre), events, run, cancellation);
        MeasuredPercent shaped = Shift(line, line.Shape, bare, inside.PhotoElectrons, cancellation);
        MeasuredPercent gaussian = line.Shape == PeakShape.Gaussian ? shaped : Shift(line, PeakShape.Gaussian, bare, inside.PhotoElectrons, cancellation);
        return new EnergyLoss(1.0 - inside.FullFraction, shaped, gaussian, EnergyLadder.Fit(simulation, line, line.Shape, inside.PhotoElectrons));
    }

    private MeasuredPercent Shift(LadderLine line, PeakShape shape, int[] bare, int[] inside, CancellationToken cancellation)
    {
        double[] without = new double[Groups];
        Parallel.For(
            0,
            Groups,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            group => without[group] = ShiftPercent(line, shape, Without(bare, group), Without(inside, group)));
        double mean = without.Average();
        double error = Math.Sqrt((Groups - 1.0) / Groups * without.Sum(shift => (shift - mean) * (shift - mean)));
        return new MeasuredPercent(ShiftPercent(line, shape, bare, inside), error);
    }

    private double ShiftPercent(LadderLine line, PeakShape shape, int[] bare, int[] inside)
    {
        double barePe = EnergyLadder.Fit(simulation, line, shape, bare).Mean;
        return 100.0 * (EnergyLadder.Fit(simulation, line, shape, inside).Mean - barePe) / (barePe - simulation.DarkNoiseMeanPe);
    }

    private static int[] Without(int[] values, int group) => [.. values.Where((_, i) => i % Groups != group)];
}
