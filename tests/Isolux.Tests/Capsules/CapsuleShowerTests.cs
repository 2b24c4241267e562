using Isolux.Detector.Capsules;
using Isolux.Detector.Light;
using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Capsules;

/// <summary>Gammas and electrons in capsules. False-alarm probability 1e-4 per statistical assertion, fixed seed.</summary>
public sealed class CapsuleShowerTests
{
    private const double FalseAlarm = 1e-4;
    private static readonly UnitVector s_sideways = new(1.0, 0.0, 0.0);
    private readonly ShowerBuffer _shower = new();

    [Fact]
    public void A_caesium_gamma_is_attenuated_by_steel_and_ptfe_as_the_cross_sections_say()
    {
        // NIST XCOM at 0.662 MeV without coherent scattering, cm2/g: steel 0.072345, PTFE 0.073848; 3 mm of 8.0 and 2 mm of 2.2 g/cm3.
        double expected = Math.Exp(-(0.072345 * 8.0 * 0.3) - (0.073848 * 2.2 * 0.2));
        const int events = 200_000;
        ShowerSimulator simulator = new(CapsuleToys.Sphere(5.000_01), CapsuleToys.Gamma);
        int untouched = 0;
        for (uint i = 0; i < events; i++)
        {
            simulator.Simulate(ParticleKind.Gamma, 0.662, Position.Centre, s_sideways, 1, 1, i, _shower);
            untouched += _shower.PrimaryElectronCount == 0 ? 1 : 0;
        }

        double fraction = untouched / (double)events;
        double error = Math.Sqrt(fraction * (1.0 - fraction) / events);
        StatisticalAssert.Agrees(fraction, error, expected, FalseAlarm);
        StatisticalAssert.RejectsMutant("3 % more steel", () =>
            StatisticalAssert.Agrees(fraction, error, Math.Exp(-(1.03 * 0.072345 * 8.0 * 0.3) - (0.073848 * 2.2 * 0.2)), FalseAlarm));
    }

    [Theory]
    [InlineData(ParticleKind.Gamma, 0.662)]
    [InlineData(ParticleKind.Gamma, 6.129)]
    [InlineData(ParticleKind.Positron, 0.0)]
    [InlineData(ParticleKind.Electron, 3.0)]
    public void Energy_in_the_scintillator_and_energy_lost_add_up(ParticleKind kind, double energyMeV)
    {
        ShowerSimulator simulator = new(CapsuleToys.Juno, CapsuleToys.Gamma);
        double totalMeV = energyMeV + (kind == ParticleKind.Positron ? 2.0 * PhysicalConstants.ElectronMassMeV : 0.0);
        double lostMeV = 0.0;
        for (uint i = 0; i < 1000; i++)
        {
            simulator.Simulate(kind, energyMeV, new Position(0.0, 1.0, 0.5), null, 3, 1, i, _shower);
            Assert.Equal(totalMeV, _shower.DepositedMeV + _shower.EscapedMeV, 1e-10);
            Assert.All(_shower.Deposits.ToArray(), deposit => Assert.True(deposit.Position.RhoMm > 4.9 || Math.Abs(deposit.Position.ZMm) > 4.9));
            lostMeV += _shower.EscapedMeV;
        }

        Assert.True(lostMeV > 0);
    }

    [Fact]
    public void Events_that_reach_no_capsule_do_not_change_by_one_bit()
    {
        ShowerSimulator bare = new(CapsuleToys.Juno);
        ShowerSimulator far = new(CapsuleToys.Juno, CapsuleToys.Gamma, new Position(0, 0, 12_000));
        ShowerBuffer other = new();
        for (uint i = 0; i < 500; i++)
        {
            bare.Simulate(ParticleKind.Positron, 3.0, Position.Centre, null, 7, 2, i, _shower);
            far.Simulate(ParticleKind.Positron, 3.0, Position.Centre, null, 7, 2, i, other);
            Assert.Equal(_shower.Deposits, other.Deposits);
        }
    }

    [Fact]
    public void Electrons_cross_a_shell_with_the_energy_that_stopping_takes()
    {
        // At 20 MeV electrons cross 10 mm of PTFE almost straight; delta rays above about 1 MeV leave it and those below 0.3 MeV do not, so the loss lies between the stopping powers with and without the former.
        const double densityGPerCm3 = 2.2;
        const double middleMeV = 18.3;
        CoveredCylinder body = CapsuleToys.Gamma.Body;
        SourceCapsule plastic = CapsuleToys.Gamma with { Body = body with { Material = body.Covering!.Material } };
        ElectromagneticModel quiet = CapsuleToys.Juno.Electromagnetic! with { Bremsstrahlung = BremsstrahlungModel.Off };
        ShowerSimulator simulator = new(CapsuleToys.Juno with { Electromagnetic = quiet }, plastic);
        RunningMoments lost = new();
        for (uint i = 0; i < 4000; i++)
        {
            simulator.Simulate(ParticleKind.Electron, 20.0, new Position(-5.1, 0, 0), s_sideways, 3, 1, i, _shower);
            lost.Add(_shower.EscapedMeV);
        }

        ElectronCollisions collisions = new(body.Covering.Material);
        double leastMeV = densityGPerCm3 * collisions.RestrictedStoppingMeVCm2PerG(ParticleKind.Electron, middleMeV, 0.3);
        double mostMeV = densityGPerCm3 * collisions.StoppingMeVCm2PerG(ParticleKind.Electron, middleMeV);
        Assert.InRange(lost.Mean, leastMeV, mostMeV);
        Assert.True(mostMeV < 1.2 * leastMeV);
    }

    [Fact]
    public void Electrons_stop_in_steel_that_is_thicker_than_their_range()
    {
        ElectromagneticModel quiet = CapsuleToys.Juno.Electromagnetic! with { Bremsstrahlung = BremsstrahlungModel.Off };
        ShowerSimulator simulator = new(CapsuleToys.Juno with { Electromagnetic = quiet }, CapsuleToys.Gamma);
        for (uint i = 0; i < 500; i++)
        {
            simulator.Simulate(ParticleKind.Electron, 2.0, Position.Centre, null, 3, 1, i, _shower);
            Assert.Equal(2.0, _shower.EscapedMeV, 1e-12);
        }
    }

    [Fact]
    public void Some_electrons_leave_the_shell_and_some_enter_it()
    {
        ShowerSimulator simulator = new(CapsuleToys.Juno, CapsuleToys.Gamma);
        foreach (double xMm in new[] { 4.8, 5.2 })
        {
            RunningMoments light = new();
            for (uint i = 0; i < 2000; i++)
            {
                simulator.Simulate(ParticleKind.Electron, 1.0, new Position(xMm, 0, 0), null, 3, 1, i, _shower);
                light.Add(_shower.DepositedMeV);
            }

            // Half of the directions lead out of the shell, half of those from outside into it.
            Assert.InRange(light.Mean, 0.25, 0.75);
        }
    }
}
