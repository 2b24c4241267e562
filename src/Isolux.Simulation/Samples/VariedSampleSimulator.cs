using System.Collections.Immutable;
using Isolux.Numerics.Distributions;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;

namespace Isolux.Simulation.Samples;

/// <summary>
/// Shows the events of a <see cref="SampleSimulator"/> to several varied detectors at once: same primaries, same showers, and of the photoelectrons that the unvaried detector counts as
/// many as the variation lets stand, so that differences are those of the detectors and not of chance.
/// </summary>
/// <remarks>
/// Given its shower an event's count N is Poisson of mean m. Where the varied detector expects m' below m each photoelectron is kept with probability m'/m, which leaves a Poisson number
/// of mean m'; where it expects more, a Poisson number of mean m' - m is added. Dark noise likewise. Counts of a varied detector are therefore exactly what it would count by itself.
/// </remarks>
/// <param name="showers">Electromagnetic simulation.</param>
/// <param name="light">Light response of the unvaried detector.</param>
/// <param name="darkNoiseMeanPe">Its mean dark counts per event, PE.</param>
/// <param name="seed">Seed.</param>
/// <param name="threadCount">Threads.</param>
public sealed class VariedSampleSimulator(ShowerSimulator showers, MapLightResponse light, double darkNoiseMeanPe, ulong seed, int threadCount)
{
    private const int EventsPerBlock = 256;

    /// <summary>Simulates the events again and counts them with every varied detector.</summary>
    /// <param name="primaries">What starts the events: the generator of the unvaried sample.</param>
    /// <param name="count">Their number, at least 1.</param>
    /// <param name="run">Run number of the unvaried sample.</param>
    /// <param name="variations">The varied detectors.</param>
    /// <param name="cancellation">Stops the simulation.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public VariedEvents Simulate(IPrimaryGenerator primaries, int count, uint run, ImmutableArray<LightVariation> variations, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(primaries);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        double[][] chargesPe = [.. variations.Select(_ => new double[count])];
        Position[] lightCentres = new Position[count];
        int blocks = ((count - 1) / EventsPerBlock) + 1;
        Parallel.For(
            0,
            blocks,
            new ParallelOptions { MaxDegreeOfParallelism = threadCount, CancellationToken = cancellation },
            () => (Shower: new ShowerBuffer(), Primaries: new Primary[primaries.MaximumCount]),
            (block, _, local) =>
            {
                int last = Math.Min(count, (block + 1) * EventsPerBlock);
                for (int i = block * EventsPerBlock; i < last; i++)
                {
                    int made = primaries.Generate(seed, run, (uint)i, local.Primaries);
                    showers.Simulate(local.Primaries.AsSpan(0, made), seed, run, (uint)i, local.Shower);
                    lightCentres[i] = local.Shower.CentreOfLight();
                    Count(local.Shower.Deposits, run, (uint)i, variations, chargesPe);
                }

                return local;
            },
            _ => { });
        return new VariedEvents(chargesPe, lightCentres);
    }

    private void Count(ReadOnlySpan<EnergyDeposit> deposits, uint run, uint eventIndex, ImmutableArray<LightVariation> variations, double[][] chargesPe)
    {
        (double scintillationPe, double cherenkovPe) = light.Expected(deposits);
        double expectedPe = scintillationPe + cherenkovPe;
        LightSample sample = light.Sample(deposits, seed, run, eventIndex);
        RandomSequence darkRandom = new(seed, run, RandomStream.DarkNoise, eventIndex, 0);
        int dark = Poisson.Sample(darkNoiseMeanPe, ref darkRandom);
        for (int k = 0; k < variations.Length; k++)
        {
            // The same random numbers for every variation, so that none depends on which others there are.
            LightVariation variation = variations[k];
            RandomSequence random = new(seed, run, RandomStream.LightVariation, eventIndex, 0);
            (double variedScintillationPe, double variedCherenkovPe) = variation.Light.Expected(deposits);
            int count = Transfer(sample.ScintillationPe + sample.CherenkovPe, expectedPe, variedScintillationPe + variedCherenkovPe, ref random)
                + Transfer(dark, darkNoiseMeanPe, variation.DarkNoiseMeanPe, ref random);
            chargesPe[k][eventIndex] = variation.SinglePeResolution > 0
                ? count + (variation.SinglePeResolution * Math.Sqrt(count) * random.NextNormal())
                : count;
        }
    }

    /// <summary>A Poisson number of mean <paramref name="variedPe"/> from one of mean <paramref name="expectedPe"/>, differing as little as can be.</summary>
    internal static int Transfer(int count, double expectedPe, double variedPe, ref RandomSequence random)
    {
        if (variedPe == expectedPe)
        {
            return count;
        }

        return variedPe < expectedPe
            ? Binomial.Sample(count, variedPe / expectedPe, ref random)
            : count + Poisson.Sample(variedPe - expectedPe, ref random);
    }
}
