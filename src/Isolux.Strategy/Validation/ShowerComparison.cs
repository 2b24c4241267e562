using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;

namespace Isolux.Strategy.Validation;

/// <summary>
/// The same showers with the map and photon by photon. The photoelectrons of a given shower are Poisson about an expectation, so the variance over events is that of the expectation plus its mean; the map
/// knows the expectation, micro simulation scores it with a known noise that is taken off. What a shower leaves outside or quenches is common to both and cancels.
/// </summary>
internal sealed class ShowerComparison(ShowerSimulator showers, MicroLightResponse micro, MapLightResponse map, int threads)
{
    /// <summary>Means and widths of the photoelectrons, and the paired relative differences map/micro - 1 with their errors.</summary>
    public readonly record struct Outcome(
        double MicroMean, double MapMean, double MeanDifferenceFraction, double MeanError, double MicroSigma, double MapSigma, double WidthDifferenceFraction, double WidthError);

    /// <summary>Compares particles of one energy from one point.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Outcome Compare(ParticleKind kind, double energyMeV, Position position, int count, ulong seed, CancellationToken cancellation)
    {
        double[] expected = new double[count];
        ScoredLight[] scored = new ScoredLight[count];
        Parallel.For(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            () => new ShowerBuffer(),
            (i, _, shower) =>
            {
                showers.Simulate(kind, energyMeV, position, null, seed, 0, (uint)i, shower);
                (double scintillationPe, double cherenkovPe) = map.Expected(shower.Deposits);
                expected[i] = scintillationPe + cherenkovPe;
                scored[i] = micro.Score(shower.Deposits, seed, 0, (uint)i);
                return shower;
            },
            _ => { });
        return Summarise(expected, scored);
    }

    /// <summary>The comparison of showers whose light is known both ways, element by element.</summary>
    internal static Outcome Summarise(IReadOnlyList<double> expected, IReadOnlyList<ScoredLight> scored)
    {
        double mapMean = expected.Average();
        double microMean = scored.Average(light => light.ExpectedPe);
        RunningMoments differences = new();
        RunningMoments mapVariance = new();
        RunningMoments varianceDifferences = new();
        for (int i = 0; i < expected.Count; i++)
        {
            double mapTerm = Math.Pow(expected[i] - mapMean, 2) + expected[i];
            double microTerm = Math.Pow(scored[i].ExpectedPe - microMean, 2) - scored[i].ExpectedPeVariance + scored[i].ExpectedPe;
            differences.Add(expected[i] - scored[i].ExpectedPe);
            mapVariance.Add(mapTerm);
            varianceDifferences.Add(mapTerm - microTerm);
        }

        double microVariance = mapVariance.Mean - varianceDifferences.Mean;
        return new Outcome(
            microMean,
            mapMean,
            differences.Mean / microMean,
            differences.MeanError / microMean,
            Math.Sqrt(microVariance),
            Math.Sqrt(mapVariance.Mean),
            Math.Sqrt(mapVariance.Mean / microVariance) - 1.0,
            varianceDifferences.MeanError / (2.0 * microVariance));
    }
}
