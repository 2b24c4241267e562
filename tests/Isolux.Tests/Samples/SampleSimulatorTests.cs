using Isolux.Detector;
using Isolux.Detector.Geometry;
using Isolux.Detector.Sources;
using Isolux.Numerics.Distributions;
using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Samples;
using Isolux.Testing;
using Isolux.Testing.Particles;
using Xunit;

namespace Isolux.Tests.Samples;

/// <summary>Gammas in a scintillator sphere of 17.7 m with the same light everywhere.</summary>
public sealed class SampleSimulatorTests
{
    private const ulong Seed = 91;
    private const uint Run = 7;
    private const double DarkPe = 142.7;
    private static readonly ShowerSimulator Showers = new(LaboratoryScintillator.Detector(LaboratoryScintillator.ReferenceModel("A")) with
    {
        Geometry = new DetectorGeometry([new SphericalShell("LAB", 17_700)], [], OuterBoundary.Absorbs, 17_200),
    });

    private static readonly UniformLightResponse Light = new(1345.0, 0.0);

    [Fact]
    public void Threads_and_sample_size_do_not_change_an_event()
    {
        UniformSphereGenerator generator = new(ParticleKind.Gamma, 2.2233, 17_690.0);
        SimulatedEvents one = Simulate(generator, 1500, threads: 1);
        foreach (int threads in new[] { 2, 3 })
        {
            SimulatedEvents many = Simulate(generator, 1500, threads);
            Assert.Equal(one.PhotoElectrons, many.PhotoElectrons);
            Assert.Equal(one.Vertices, many.Vertices);
            Assert.Equal(one.LightCentre, many.LightCentre);
            Assert.Equal(one.FullFraction, many.FullFraction);
        }

        SimulatedEvents fewer = Simulate(generator, 300, threads: 2);
        Assert.Equal(one.PhotoElectrons[..300], fewer.PhotoElectrons);
    }

    [Fact]
    public void Charges_of_30_percent_scatter_about_the_counts()
    {
        PointGenerator generator = new(ParticleKind.Gamma, 2.2233, Position.Centre);
        int[] counts = Simulate(generator, 4000, threads: 2).PhotoElectrons;
        int[] charges = new SampleSimulator(Showers, Light, DarkPe, Seed, 2, 0.3).Simulate(generator, 4000, Run, TestContext.Current.CancellationToken).PhotoElectrons;
        RunningMoments pulls = new();
        for (int i = 0; i < counts.Length; i++)
        {
            pulls.Add((charges[i] - counts[i]) / Math.Sqrt(counts[i]));
        }

        StatisticalAssert.Agrees(pulls.Mean, pulls.MeanError, 0.0, 1e-4);
        StatisticalAssert.Agrees(pulls.StandardDeviation, pulls.StandardDeviationError, 0.3, 1e-4);
    }

    [Fact]
    public void An_event_can_be_replayed_alone()
    {
        UniformSphereGenerator generator = new(ParticleKind.Gamma, 2.2233, 17_000.0);
        SimulatedEvents sample = Simulate(generator, 600, threads: 2);
        const uint index = 517;
        Primary[] buffer = new Primary[1];
        ShowerBuffer shower = new();
        generator.Generate(Seed, Run, index, buffer);
        Showers.Simulate(buffer, Seed, Run, index, shower);
        LightSample light = Light.Sample(shower.Deposits, Seed, Run, index);
        RandomSequence dark = new(Seed, Run, RandomStream.DarkNoise, index, 0);
        Assert.Equal(sample.PhotoElectrons[index], light.ScintillationPe + light.CherenkovPe + Poisson.Sample(DarkPe, ref dark));
        Assert.Equal(sample.Vertices[index], buffer[0].Position);
    }

    [Fact]
    public void Switching_dark_noise_off_changes_nothing_else()
    {
        PointGenerator generator = new(ParticleKind.Gamma, 2.2233, Position.Centre);
        int[] noisy = Simulate(generator, 2000, threads: 2).PhotoElectrons;
        int[] quiet = new SampleSimulator(Showers, Light, 0.0, Seed, 2).Simulate(generator, 2000, Run, TestContext.Current.CancellationToken).PhotoElectrons;
        RunningMoments dark = new();
        for (int i = 0; i < noisy.Length; i++)
        {
            dark.Add(noisy[i] - quiet[i]);
        }

        StatisticalAssert.Agrees(dark.Mean, dark.MeanError, DarkPe, 1e-4);
        StatisticalAssert.Agrees(dark.Variance, dark.VarianceError, DarkPe, 1e-4);
    }

    [Fact]
    public void Light_of_whole_events_near_the_boundary_lies_inside_the_source()
    {
        SimulatedEvents centre = Simulate(new PointGenerator(ParticleKind.Gamma, 2.2233, Position.Centre), 1000, threads: 2);
        Assert.Equal(1.0, centre.FullFraction);
        SourceGenerator boundary = new(new CalibrationSource("AmC", SourceKind.Neutron, [2.2233], 100.0, 100.0), new Position(0, 0, 17_600), 17_700.0);
        SimulatedEvents edge = Simulate(boundary, 3000, threads: 2);

        // A 2.2 MeV gamma is absorbed within about half a metre, so from 0.1 m below the edge most of them lose energy through it.
        Assert.InRange(edge.FullFraction, 0.05, 0.6);
        Assert.InRange(edge.LightCentre.RadiusMm, 17_000, 17_590);
        Assert.InRange(edge.LightCentre.CosTheta, 0.999, 1.0);
    }

    [Fact]
    public void Wrong_calls_and_cancellation_are_said()
    {
        PointGenerator generator = new(ParticleKind.Gamma, 1.0, Position.Centre);
        Assert.Throws<ArgumentOutOfRangeException>(() => Simulate(generator, 0, threads: 1));
        using CancellationTokenSource stopped = new();
        stopped.Cancel();
        Assert.ThrowsAny<Exception>(() => new SampleSimulator(Showers, Light, DarkPe, Seed, 2).Simulate(generator, 100_000, Run, stopped.Token));
    }

    private static SimulatedEvents Simulate(IPrimaryGenerator generator, int count, int threads) =>
        new SampleSimulator(Showers, Light, DarkPe, Seed, threads).Simulate(generator, count, Run, CancellationToken.None);
}
