using Isolux.Detector;
using Isolux.Detector.Sources;
using Isolux.Numerics.Distributions;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Particles.Neutrons;
using Isolux.Simulation.Samples;
using Isolux.Storage.Documents;
using Xunit;

namespace Isolux.Tests.Samples;

public sealed class NeutronSourceSimulatorTests
{
    private const double PePerMeV = 1000.0;
    private static readonly DetectorDescription s_juno = DetectorLoader.Load("juno", []);
    private static readonly DecayScheme s_line = new([new DecayBranch(1.0, [6.13], 0, new TabulatedDensity([0.0, 0.5], [1.0, 1.0]))]);

    [Fact]
    public void Prompt_and_delayed_light_are_separate()
    {
        foreach (CorrelatedDecay decay in Simulator(1).Simulate(s_line, Position.Centre, 300, 5, TestContext.Current.CancellationToken))
        {
            Assert.Equal(NeutronFate.Captured, decay.Neutron.Fate);
            Assert.InRange(decay.PromptPe, 4500, 6800);
            Assert.True(decay.DelayedPe is > 1500 and < 2600 or > 4000 and < 5600);
            Assert.True(decay.DelayedVertex.DistanceToMm(decay.Neutron.Position) < 1500.0);
            Assert.True(decay.Neutron.TimeNs >= decay.Neutron.ThermalTimeNs);
        }
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        CorrelatedDecay[] one = Simulator(1).Simulate(s_line, Position.Centre, 600, 6, TestContext.Current.CancellationToken);
        Assert.Equal(one, Simulator(3).Simulate(s_line, Position.Centre, 600, 6, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_source_without_neutrons_is_refused() => Assert.Throws<ArgumentException>(() =>
        Simulator(1).Simulate(new DecayScheme([new DecayBranch(1.0, [0.662])]), Position.Centre, 10, 0, TestContext.Current.CancellationToken));

    [Fact]
    public void Decays_of_a_gamma_source_follow_the_branches()
    {
        // 20,000 decays: 1.077 MeV alone in 2.03 of 90.94 percent, 446 +- 21; four sigma.
        DecayGenerator generator = new(s_juno.Sources.Single(s => s.Name == "Ge68").Decay!, Position.Centre);
        Primary[] primaries = new Primary[generator.MaximumCount];
        int alone = 0;
        for (uint i = 0; i < 20_000; i++)
        {
            int made = generator.Generate(1, 0, i, primaries);
            Assert.InRange(made, 1, 2);
            alone += made == 1 && primaries[0].Kind == ParticleKind.Gamma ? 1 : 0;
        }

        Assert.Equal(446.0, alone, 84.0);
    }

    private static NeutronSourceSimulator Simulator(int threads) => new(
        new ShowerSimulator(s_juno), s_juno.Neutrons!, 17_700.0, new UniformLightResponse(PePerMeV, 0.05), 0.0, 3, threads);
}
