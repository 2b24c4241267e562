using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Events.Hits;
using Isolux.Events.Reconstructed;
using Isolux.Reconstruction;
using Isolux.Simulation.Samples;
using Isolux.Storage.Documents;
using Isolux.Strategy.Reconstruction;
using Isolux.Strategy.Resolution;
using Isolux.Strategy.Run;
using Isolux.Tests.Reconstruction;
using Xunit;

namespace Isolux.Tests.Strategy;

/// <summary>The row of the real reconstruction on a clear toy sphere in which electrons behave as in juno.</summary>
public sealed class FullReconstructionStudyTests
{
    private const int Positrons = 30;
    private static readonly RunSettings Settings = new() { StatisticsFactor = 0.001, Threads = 2 };
    private static readonly DetectorSimulation Simulation = new(Detector(), ToyReconstruction.Map, Settings);

    [Fact]
    public void Its_positrons_are_those_of_the_other_rows()
    {
        SimulatedEvents counted = Simulation.Samples.Simulate(
            PositronSamples.UniformGenerator(Simulation, 1), Positrons, RandomRuns.UniformPositrons + 1, TestContext.Current.CancellationToken);
        ExpectedLightMapPayload light = ExpectedLightMapFactory.Make(Simulation.Detector, Simulation.Map);
        (ReconstructedEvent Event, EventTruth Truth)[] reconstructed = new FullReconstruction(
                Simulation.Detector, Simulation.Map, light, new LightYieldPayload(light.PePerMeV, 0.0, "test"), new ReconstructionSettings(), Settings.Seed, Settings.Threads)
            .Reconstruct(PositronSamples.UniformGenerator(Simulation, 1), Positrons, RandomRuns.UniformPositrons + 1, null, TestContext.Current.CancellationToken);
        Assert.Equal(counted.Vertices, reconstructed.Select(pair => pair.Truth.Vertex));

        // Counts hold dark noise as well, a Poisson number of the declared mean: 6 sigma either way.
        double spreadPe = 6.0 * Math.Sqrt(Simulation.DarkNoiseMeanPe);
        Assert.All(counted.PhotoElectrons.Zip(reconstructed), pair =>
            Assert.InRange(pair.First - pair.Second.Truth.LpmtPhotoElectrons - Simulation.DarkNoiseMeanPe, -spreadPe, spreadPe));
        Assert.True(counted.PhotoElectrons.Distinct().Count() > 20);
    }

    [Fact]
    public void It_holds_the_events_that_converged_and_says_which_they_are()
    {
        ExpectedLightMapPayload light = ExpectedLightMapFactory.Make(Simulation.Detector, Simulation.Map);
        ReconstructedRow row = new FullReconstructionStudy(Simulation, light, new LightYieldPayload(light.PePerMeV, 0.0, "test"), Settings).Correct(Positrons, null, TestContext.Current.CancellationToken);
        Assert.Equal(PositronEnergies.AllMeV.Length * Positrons, row.Simulated);
        Assert.InRange(row.Converged, 0.98 * row.Simulated, row.Simulated);
        Assert.All(row.Events.Zip(row.Row.EnergiesMeV), pair => Assert.Equal(pair.First.Length, pair.Second.Length));
        double[] meansMeV = [.. row.Row.EnergiesMeV.Take(PositronEnergies.FittedMeV.Length).Select(values => values.Average())];

        // Visible energy grows with the kinetic energy by 1 MeV a step, less what quenching takes (a tenth and less).
        Assert.All(meansMeV.Zip(meansMeV.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0.85, 1.15));
    }

    private static DetectorDescription Detector()
    {
        DetectorDescription juno = DetectorLoader.Load("juno", []);
        return ToyReconstruction.Detector with { Target = juno.Target, Electromagnetic = juno.Electromagnetic };
    }
}
