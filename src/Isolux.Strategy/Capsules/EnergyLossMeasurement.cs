using System.Collections.Immutable;
using Isolux.Calibration.Peaks;
using Isolux.Detector;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Samples;
using Isolux.Strategy.Ladder;

namespace Isolux.Strategy.Capsules;

/// <summary>
/// Measures what energy lost in a capsule at the centre does to a line: the same decays with the same random numbers in the capsule and in nothing but scintillator, both peaks fitted alike.
/// Most decays do not touch the capsule and give the same charge twice, so the shift is known much better than either peak; its error is that of a jackknife over groups of decays.
/// </summary>
/// <param name="detector">The detector.</param>
/// <param name="light">Its light response.</param>
/// <param name="darkNoiseMeanPe">Mean dark counts per event, PE.</param>
/// <param name="settings">Seed, threads, groups.</param>
internal sealed class EnergyLossMeasurement(DetectorDescription detector, ILightResponse light, double darkNoiseMeanPe, CapsuleStudySettings settings)
{
    /// <summary>Charges of the decays of a line in nothing but scintillator; neutrons of its branches are left out.</summary>
    public int[] Bare(CapsuleLine line, int events, uint run, CancellationToken cancellation) =>
        Simulate(new ShowerSimulator(detector), line.Bare(), events, run, cancellation).PhotoElectrons;

    /// <summary>Measures a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="bare">What <see cref="Bare"/> gives for the same run.</param>
    /// <param name="run">Run number of the random streams.</param>
    /// <param name="cancellation">Stops it.</param>
    public EnergyLoss Measure(CapsuleLine line, int[] bare, uint run, CancellationToken cancellation)
    {
        SimulatedEvents inside = Simulate(new ShowerSimulator(detector, line.Capsule), line.Inside(), bare.Length, run, cancellation);
        PeakShape shape = line.Line.Shape;
        ImmutableArray<PeakShape> further = line.Line.Kind == LineKind.Capture ? [] : settings.FurtherShapes;
        return new EnergyLoss(
            1.0 - inside.FullFraction,
            further.Add(shape).Distinct().ToImmutableDictionary(fitted => fitted, fitted => Shift(line, fitted, bare, inside.PhotoElectrons, cancellation)),
            shape,
            Fit(line, shape, inside.PhotoElectrons));
    }

    private SimulatedEvents Simulate(ShowerSimulator showers, IPrimaryGenerator decays, int events, uint run, CancellationToken cancellation) =>
        new SampleSimulator(showers, light, darkNoiseMeanPe, settings.Seed, settings.Threads).Simulate(decays, events, run, cancellation);

    private MeasuredPercent Shift(CapsuleLine line, PeakShape shape, int[] bare, int[] inside, CancellationToken cancellation)
    {
        double[] without = new double[settings.Groups];
        Parallel.For(
            0,
            settings.Groups,
            new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancellation },
            group => without[group] = ShiftPercent(line, shape, Without(bare, group), Without(inside, group)));
        double mean = without.Average();
        double error = Math.Sqrt((settings.Groups - 1.0) / settings.Groups * without.Sum(shift => (shift - mean) * (shift - mean)));
        return new MeasuredPercent(ShiftPercent(line, shape, bare, inside), error);
    }

    private double ShiftPercent(CapsuleLine line, PeakShape shape, int[] bare, int[] inside)
    {
        double barePe = Fit(line, shape, bare).Mean;
        return 100.0 * (Fit(line, shape, inside).Mean - barePe) / (barePe - darkNoiseMeanPe);
    }

    private LinePeak Fit(CapsuleLine line, PeakShape shape, int[] photoElectrons) =>
        EnergyLadder.Fit(darkNoiseMeanPe, line.Line, shape, photoElectrons, line.LowestFitFraction);

    private int[] Without(int[] values, int group) => [.. values.Where((_, i) => i % settings.Groups != group)];
}
