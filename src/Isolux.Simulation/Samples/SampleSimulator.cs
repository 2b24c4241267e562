using Isolux.Numerics.Distributions;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Particles;

namespace Isolux.Simulation.Samples;

/// <summary>
/// Simulates samples of events up to the counted photoelectrons of the large PMTs: primaries, showers, light, dark noise. Event i depends on
/// (seed, run, i) alone, so threads and batches do not matter.
/// </summary>
/// <param name="showers">Electromagnetic simulation.</param>
/// <param name="light">Light response.</param>
/// <param name="darkNoiseMeanPe">Mean dark counts per event, PE.</param>
/// <param name="seed">Seed.</param>
/// <param name="threadCount">Threads.</param>
/// <param name="singlePeResolution">Relative Gaussian spread of the charge of a photoelectron, light or dark: charges in whole photoelectrons take the place of counts; 0 where photoelectrons are counted.</param>
public sealed class SampleSimulator(ShowerSimulator showers, ILightResponse light, double darkNoiseMeanPe, ulong seed, int threadCount, double singlePeResolution = 0.0)
{
    private const int EventsPerBlock = 256;
    private const double WholeEnergyToleranceMeV = 1e-3;

    /// <summary>Simulates a sample.</summary>
    /// <param name="primaries">What starts the events.</param>
    /// <param name="count">Number of events, at least 1.</param>
    /// <param name="run">Run number, below 2^24.</param>
    /// <param name="cancellation">Stops the simulation.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public SimulatedEvents Simulate(IPrimaryGenerator primaries, int count, uint run, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        int[] photoElectrons = new int[count];
        Position[] vertices = new Position[count];
        (double RadiusMm, double CosTheta)[] lightCentres = new (double, double)[count];
        int blocks = (count + EventsPerBlock - 1) / EventsPerBlock;
        int next = -1;
        Parallel.For(0, threadCount, new ParallelOptions { MaxDegreeOfParallelism = threadCount }, _ =>
        {
            ShowerBuffer shower = new();
            Primary[] buffer = new Primary[primaries.MaximumCount];
            for (int block = Interlocked.Increment(ref next); block < blocks; block = Interlocked.Increment(ref next))
            {
                cancellation.ThrowIfCancellationRequested();
                int last = Math.Min(count, (block + 1) * EventsPerBlock);
                for (int i = block * EventsPerBlock; i < last; i++)
                {
                    int made = primaries.Generate(seed, run, (uint)i, buffer);
                    showers.Simulate(buffer.AsSpan(0, made), seed, run, (uint)i, shower);
                    LightSample sample = light.Sample(shower.Deposits, seed, run, (uint)i);
                    RandomSequence dark = new(seed, run, RandomStream.DarkNoise, (uint)i, 0);
                    photoElectrons[i] = Measure(sample.ScintillationPe + sample.CherenkovPe + Poisson.Sample(darkNoiseMeanPe, ref dark), run, (uint)i);
                    vertices[i] = made > 0 ? buffer[0].Position : default;
                    lightCentres[i] = made > 0 && shower.EscapedMeV < WholeEnergyToleranceMeV ? CentreOfLight(shower) : (double.NaN, 0.0);
                }
            }
        });
        return Summarise(photoElectrons, vertices, lightCentres);
    }

    private int Measure(int count, uint run, uint eventIndex)
    {
        if (singlePeResolution == 0)
        {
            return count;
        }

        RandomSequence random = new(seed, run, RandomStream.SinglePeCharge, eventIndex, 0);
        return (int)Math.Round(count + (singlePeResolution * Math.Sqrt(count) * random.NextNormal()));
    }

    private static SimulatedEvents Summarise(int[] photoElectrons, Position[] vertices, (double RadiusMm, double CosTheta)[] lightCentres)
    {
        int whole = 0;
        int firstWhole = 0;
        double radiusSum = 0;
        double cosThetaSum = 0;
        for (int i = 0; i < lightCentres.Length; i++)
        {
            (double radiusMm, double cosTheta) = lightCentres[i];
            if (!double.IsNaN(radiusMm))
            {
                firstWhole = whole == 0 ? i : firstWhole;
                whole++;
                radiusSum += radiusMm;
                cosThetaSum += cosTheta;
            }
        }

        Position centre = whole > 0
            ? Position.FromSpherical(radiusSum / whole, cosThetaSum / whole, vertices[firstWhole].PhiRad)
            : default;
        return new SimulatedEvents(photoElectrons, vertices, (double)whole / photoElectrons.Length, centre);
    }

    private static (double RadiusMm, double CosTheta) CentreOfLight(ShowerBuffer shower)
    {
        Position centre = shower.CentreOfLight();
        return (centre.RadiusMm, centre.CosTheta);
    }
}
