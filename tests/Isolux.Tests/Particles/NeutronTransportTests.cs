using Isolux.Detector.Neutrons;
using Isolux.Detector.Sources;
using Isolux.Numerics.Interpolation;
using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Particles.Neutrons;
using Isolux.Storage.Documents;
using Xunit;

namespace Isolux.Tests.Particles;

public sealed class NeutronTransportTests
{
    private static readonly DecayScheme s_gamma = new([new DecayBranch(1.0, [2.22325])]);
    private static readonly NeutronModel s_juno = DetectorLoader.Load("juno", []).Neutrons!;

    [Fact]
    public void Neutrons_live_220_microseconds_and_carbon_takes_0_65_percent()
    {
        // 0.3326 b and 3.53 mb on the nuclei of LAB give 220 us (public JUNO simulation: 216 to 220 us) and 0.65 %; nothing here is drawn at random.
        NeutronTransport transport = new(s_juno, double.PositiveInfinity);
        Assert.Equal(220e3, 1.0 / transport.CaptureRatePerNs, 2e3);
        Assert.Equal(0.0065, transport.CaptureFraction(s_juno.Nuclides.Single(n => n.Symbol == "C")), 1e-4);
    }

    [Fact]
    public void Captures_follow_in_time_and_on_carbon_as_the_rates_say()
    {
        // 50,000 neutrons: mean time to 0.45 %, 325 carbon captures to 5.5 %; four sigma each, false alarm 1e-4.
        NeutronTransport transport = new(s_juno, double.PositiveInfinity);
        ShowerBuffer shower = new();
        RunningMoments time = new();
        int carbon = 0;
        for (uint i = 0; i < 50_000; i++)
        {
            NeutronEnd end = Follow(transport, 2.0, i, shower);
            time.Add(end.TimeNs);
            carbon += s_juno.Nuclides[end.Nuclide].Symbol == "C" ? 1 : 0;
        }

        Assert.Equal(1.0, time.Mean * transport.CaptureRatePerNs, 4.0 * 0.0045);
        Assert.Equal(325.0, carbon, 4.0 * 18.0);
    }

    [Theory]
    [InlineData(1.0, true)]
    [InlineData(1.1, false)]
    public void Slowing_down_in_hydrogen_covers_the_distance_of_the_closed_form(double pathFactor, bool agrees)
    {
        // Equal masses and a constant cross section: collisions are a Poisson process in lethargy, the mean cosine between flights is exp(-dU/2), so
        // <r^2> = 2 lambda^2 (3 U - 1 + 2 exp(-U/2)) with U the lethargy down to thermal. 20,000 neutrons give 1 %; a path 10 % longer is off by 21 % and must be seen.
        const double atomsPerCm3 = 5e22;
        const double barn = 20.0;
        NeutronModel hydrogen = new(1.0, 8e-3, SampledCurve.Constant(500.0), [new NeutronNuclide("H", 1, atomsPerCm3, 1.0, SampledCurve.Constant(barn), 1e-6, s_gamma)]);
        NeutronTransport transport = new(hydrogen, double.PositiveInfinity);
        ShowerBuffer shower = new();
        RunningMoments squareMm2 = new();
        for (uint i = 0; i < 20_000; i++)
        {
            double distanceMm = Follow(transport, 2.0, i, shower).ThermalPosition.RadiusMm;
            squareMm2.Add(distanceMm * distanceMm);
        }

        double pathMm = pathFactor * 10.0 / (atomsPerCm3 * barn * 1e-24);
        double lethargy = Math.Log(2.0 / NeutronTransport.ThermalMeV);
        double expectedMm2 = 2.0 * pathMm * pathMm * ((3.0 * lethargy) - 1.0 + (2.0 * Math.Exp(-0.5 * lethargy)));
        Assert.Equal(agrees, Math.Abs(squareMm2.Mean - expectedMm2) < 4.0 * squareMm2.MeanError);
    }

    [Fact]
    public void Thermal_neutrons_diffuse_by_the_declared_coefficient()
    {
        // Per axis sigma^2 = 2 D t with t exponential: mean square 2 D tau = 1496 mm2; 20,000 neutrons give 1.6 %.
        NeutronTransport transport = new(s_juno, double.PositiveInfinity);
        ShowerBuffer shower = new();
        RunningMoments square = new();
        for (uint i = 0; i < 20_000; i++)
        {
            NeutronEnd end = Follow(transport, 1e-6, i, shower);
            double zMm = end.Position.ZMm - end.ThermalPosition.ZMm;
            square.Add(zMm * zMm);
        }

        double expectedMm2 = 2.0 * s_juno.ThermalDiffusionCm2PerS * 1e-7 / transport.CaptureRatePerNs;
        Assert.Equal(expectedMm2, square.Mean, 4.0 * square.MeanError);
    }

    [Fact]
    public void Recoils_carry_the_energy_and_come_within_a_microsecond()
    {
        NeutronTransport transport = new(s_juno, double.PositiveInfinity);
        ShowerBuffer shower = new();
        for (uint i = 0; i < 200; i++)
        {
            shower.Clear();
            Follow(transport, 5.0, i, shower);
            Assert.Equal(5.0, shower.DepositedMeV, 2e-3);
            Assert.True(shower.QuenchedMeV < 0.6 * shower.DepositedMeV);
            Assert.All(shower.Deposits.ToArray(), deposit => Assert.InRange(deposit.TimeNs, 0.0, 1000.0));
        }
    }

    [Theory]
    [InlineData(1.0, true)]
    [InlineData(1.05, false)]
    public void Recoils_in_hydrogen_leave_the_light_of_the_closed_form(double factor, bool agrees)
    {
        // Every collision leaves a uniform share, so Q(E) = integral of q(t)/t from 0 to E with q the quenched energy of one proton, whatever the cross section.
        // 10,000 neutrons give 0.5 %; light wrong by 5 % must be seen.
        NeutronNuclide protons = new("H", 1, 5e22, 1.0, s_juno.Nuclides.Single(n => n.Symbol == "H").ElasticBarn, 1e-6, s_gamma);
        NeutronTransport transport = new(s_juno with { Nuclides = [protons] }, double.PositiveInfinity);
        ProtonQuenching quenching = new(s_juno.ProtonStoppingMeVCm2PerG, s_juno.ProtonBirksConstantGPerCm2MeV);
        RunningMoments light = new();
        ShowerBuffer shower = new();
        for (uint i = 0; i < 10_000; i++)
        {
            shower.Clear();
            Follow(transport, 3.0, i, shower);
            light.Add(shower.QuenchedMeV);
        }

        const int steps = 20_000;
        double expectedMeV = 0.0;
        for (int i = 0; i < steps; i++)
        {
            double energyMeV = 3.0 * (i + 0.5) / steps;
            expectedMeV += factor * quenching.QuenchedMeV(energyMeV) / (i + 0.5);
        }

        Assert.Equal(agrees, Math.Abs(light.Mean - expectedMeV) < 4.0 * light.MeanError);
    }

    [Fact]
    public void Slow_neutrons_of_the_6_13_MeV_line_leave_some_twenty_kiloelectronvolts()
    {
        // Published for the line: 19.5 keV, 0.3 %. Two-body kinematics of a thick target (mean 0.21 MeV) and kB = 8e-3 give 0.030 MeV: the spectrum of the source is not published, so
        // only the order of magnitude is a check.
        ShowerBuffer shower = new();
        NeutronTransport transport = new(s_juno, double.PositiveInfinity);
        DecayBranch branch = DetectorLoader.Load("juno", []).Sources.Single(s => s.Name == "AmC").Decay!.Branches.Single(b => !b.GammasMeV.IsEmpty);
        RunningMoments quenched = new();
        for (uint i = 0; i < 5000; i++)
        {
            shower.Clear();
            Follow(transport, branch.NeutronSpectrum!.Sample((i + 0.5) / 5000), i, shower);
            quenched.Add(shower.QuenchedMeV);
        }

        Assert.InRange(quenched.Mean, 0.0195 / 2.0, 0.0195 * 2.0);
    }

    [Fact]
    public void Quenching_of_protons_follows_Birks()
    {
        // At constant stopping power the integral is T/(1 + kB S).
        ProtonQuenching constant = new(SampledCurve.Constant(250.0), 8e-3);
        Assert.Equal(4.0 / 3.0, constant.QuenchedMeV(4.0), 1e-12);

        // With PSTAR and kB = 8e-3 by Simpson's rule in T: an independent integral.
        ProtonQuenching protons = new(s_juno.ProtonStoppingMeVCm2PerG, 8e-3);
        const int steps = 20_000;
        double sum = 0.0;
        for (int i = 0; i <= steps; i++)
        {
            double weight = i is 0 or steps ? 1.0 : i % 2 == 1 ? 4.0 : 2.0;
            sum += weight / (1.0 + (8e-3 * s_juno.ProtonStoppingMeVCm2PerG.Evaluate(5.0 * i / steps)));
        }

        Assert.Equal(sum * 5.0 / steps / 3.0, protons.QuenchedMeV(5.0), 1e-4);
    }

    [Fact]
    public void Neutrons_near_the_edge_escape()
    {
        NeutronTransport transport = new(s_juno, 1000.0);
        ShowerBuffer shower = new();
        int escaped = 0;
        for (uint i = 0; i < 500; i++)
        {
            RandomSequence random = new(1, 0, RandomStream.Neutron, i, 0);
            NeutronEnd end = transport.Follow(3.0, new Position(0, 0, 999.0), ref random, shower);
            escaped += end.Fate == NeutronFate.Escaped ? 1 : 0;
        }

        Assert.InRange(escaped, 200, 450);
    }

    [Fact]
    public void Energies_out_of_range_are_refused()
    {
        NeutronTransport transport = new(s_juno, double.PositiveInfinity);
        Assert.Throws<ArgumentOutOfRangeException>(() => Follow(transport, double.NaN, 0, new ShowerBuffer()));
        Assert.Throws<ArgumentOutOfRangeException>(() => Follow(transport, 0.0, 0, new ShowerBuffer()));
    }

    private static NeutronEnd Follow(NeutronTransport transport, double energyMeV, uint index, ShowerBuffer shower)
    {
        RandomSequence random = new(3, 0, RandomStream.Neutron, index, 0);
        return transport.Follow(energyMeV, Position.Centre, ref random, shower);
    }
}
