using System.Collections.Immutable;
using Isolux.Detector.Geometry;
using Isolux.Detector.Light;
using Isolux.Numerics.Distributions;
using Isolux.Numerics.Elementary;
using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;
using Isolux.Simulation.Samples;
using Isolux.Testing;
using Isolux.Testing.Particles;
using Isolux.Tests.Response;
using Xunit;

namespace Isolux.Tests.Samples;

/// <summary>Electrons of 1 MeV seen by a toy and by variations of it. Fixed seeds; every statistical test has a false-alarm rate of 1e-4.</summary>
public sealed class VariedSampleSimulatorTests(ToyResponse toy) : IClassFixture<ToyResponse>
{
    private const ulong Seed = 33;
    private const uint Run = 4;
    private const int Events = 4000;
    private const double DarkPe = 140.0;
    private const double FalseAlarm = 1e-4;

    private static readonly ShowerSimulator Showers = new(LaboratoryScintillator.Detector(LaboratoryScintillator.ReferenceModel("A")) with
    {
        Geometry = new DetectorGeometry([new SphericalShell("LAB", 17_700)], [], OuterBoundary.Absorbs, 17_200),
    });

    private static readonly UniformSphereGenerator Generator = new(ParticleKind.Electron, 1.0, 16_000.0);

    [Theory]
    [InlineData(3000.0, 2940.0)]
    [InlineData(3000.0, 3075.0)]
    [InlineData(40.0, 38.0)]
    [InlineData(40.0, 0.0)]
    [InlineData(140.0, 141.4)]
    public void A_transferred_count_is_Poisson_about_the_varied_mean(double expectedPe, double variedPe)
    {
        const int draws = 200_000;
        RunningMoments moments = new();
        RunningMoments scaled = new();
        double[] counts = new double[(int)(variedPe + (8.0 * Math.Sqrt(variedPe))) + 10];
        RandomSequence random = new(Seed, 0, RandomStream.Toy, (uint)variedPe, (uint)expectedPe);
        for (int i = 0; i < draws; i++)
        {
            int count = Poisson.Sample(expectedPe, ref random);
            scaled.Add(count * variedPe / expectedPe);
            int varied = VariedSampleSimulator.Transfer(count, expectedPe, variedPe, ref random);
            moments.Add(varied);
            counts[Math.Min(varied, counts.Length - 1)]++;
        }

        if (variedPe == 0)
        {
            Assert.Equal(draws, counts[0]);
            return;
        }

        StatisticalAssert.Agrees(moments.Mean, Math.Sqrt(variedPe / draws), variedPe, FalseAlarm);
        StatisticalAssert.Agrees(moments.Variance, moments.VarianceError, variedPe, FalseAlarm);
        StatisticalAssert.MatchesExpectation(
            counts, [.. Enumerable.Range(0, counts.Length).Select(k => draws * Math.Exp((k * Math.Log(variedPe)) - variedPe - LogGamma.Evaluate(k + 1.0)))], 0, FalseAlarm);
        if (Math.Abs(variedPe - expectedPe) > 0.015 * expectedPe)
        {
            StatisticalAssert.RejectsMutant("counts scaled instead of thinned", () => StatisticalAssert.Agrees(scaled.Variance, scaled.VarianceError, variedPe, FalseAlarm));
        }
    }

    [Fact]
    public void An_unvaried_detector_counts_what_the_plain_simulation_counts()
    {
        SimulatedEvents plain = new SampleSimulator(Showers, Light(1.0), DarkPe, Seed, 2).Simulate(Generator, Events, Run, TestContext.Current.CancellationToken);
        double[][] varied = Simulate(2, Variation(1.0), Variation(0.9));
        Assert.Equal(plain.PhotoElectrons.Select(count => (double)count), varied[0]);
        Assert.All(varied[1].Zip(plain.PhotoElectrons), pair => Assert.True(pair.First <= pair.Second));
    }

    [Fact]
    public void No_result_depends_on_threads_or_on_which_other_variations_there_are()
    {
        double[][] both = Simulate(1, Variation(0.95), Variation(1.05));
        Assert.Equal(both[1], Assert.Single(Simulate(2, Variation(1.05))));
        Assert.Equal(both[0], Simulate(3, Variation(0.95), Variation(0.8))[0]);
    }

    [Fact]
    public void Pairing_leaves_only_the_scatter_of_what_is_lost()
    {
        double[][] found = Simulate(2, Variation(1.0), Variation(0.99));
        double[][] alone = [found[0], new VariedSampleSimulator(Showers, Light(1.0), DarkPe, Seed + 1, 2).Simulate(Generator, Events, Run, [Variation(0.99)], TestContext.Current.CancellationToken).ChargesPe[0]];
        double mean = found[0].Average() - DarkPe;
        Assert.InRange(Scatter(found) / Math.Sqrt(0.01 * mean), 0.9, 1.1);
        Assert.True(Scatter(alone) > 10.0 * Scatter(found));

        static double Scatter(double[][] rows)
        {
            RunningMoments moments = new();
            for (int i = 0; i < rows[0].Length; i++)
            {
                moments.Add(rows[0][i] - rows[1][i]);
            }

            return moments.StandardDeviation;
        }
    }

    [Fact]
    public void Dead_channels_take_their_dark_noise_along()
    {
        double[][] found = Simulate(2, Variation(1.0), new LightVariation(Light(1.0), 0.99 * DarkPe, 0.0));
        RunningMoments lost = new();
        for (int i = 0; i < Events; i++)
        {
            lost.Add(found[0][i] - found[1][i]);
        }

        StatisticalAssert.Agrees(lost.Mean, lost.MeanError, 0.01 * DarkPe, FalseAlarm);
        StatisticalAssert.Agrees(lost.Variance, lost.VarianceError, 0.01 * DarkPe, FalseAlarm);
    }

    [Fact]
    public void Charges_of_30_percent_add_9_percent_of_the_count_to_the_variance()
    {
        double[][] found = Simulate(2, Variation(1.0), Variation(1.0) with { SinglePeResolution = 0.3 });
        RunningMoments pulls = new();
        for (int i = 0; i < Events; i++)
        {
            pulls.Add((found[1][i] - found[0][i]) / Math.Sqrt(found[0][i]));
        }

        StatisticalAssert.Agrees(pulls.Mean, pulls.MeanError, 0.0, FalseAlarm);
        StatisticalAssert.Agrees(pulls.StandardDeviation, pulls.StandardDeviationError, 0.3, FalseAlarm);
        StatisticalAssert.RejectsMutant("33 % instead", () => StatisticalAssert.Agrees(pulls.StandardDeviation, pulls.StandardDeviationError, 0.33, FalseAlarm));
    }

    private double[][] Simulate(int threads, params ImmutableArray<LightVariation> variations) =>
        new VariedSampleSimulator(Showers, Light(1.0), DarkPe, Seed, threads).Simulate(Generator, Events, Run, variations, default).ChargesPe;

    private LightVariation Variation(double light) => new(Light(light), DarkPe, 0.0);

    private MapLightResponse Light(double light)
    {
        ScintillationModel declared = ToyResponse.Detector.Scintillation!;
        return new MapLightResponse(toy.Map, declared with { PhotonsPerMeV = light * declared.PhotonsPerMeV });
    }
}
