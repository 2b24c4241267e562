using Isolux.Detector.Materials;
using Isolux.Simulation.Particles;
using Isolux.Testing.Particles;
using Xunit;

namespace Isolux.Tests.Particles;

public sealed class ElectronCollisionsTests
{
    // LS: Z/A 0.55869 mol/g, I = 59.4 eV and Sternheimer-Peierls parameters; the elements only set Z/A (0.06 % off here), so 1 % covers rounding of the values.
    private static readonly ElectronCollisions s_collisions = new(
        LaboratoryScintillator.Material(IncoherentModel.BoundElectrons) with
        {
            DensityGPerCm3 = 0.859,
            MeanExcitationEnergyEv = 59.4,
            DensityEffect = new DensityEffect(19.96, 3.181, 0.2, 2.0, 0.3875, 3.0),
        });

    [Theory]
    [InlineData(0.01, 23.8)]
    [InlineData(0.1, 4.28)]
    [InlineData(0.5, 2.10)]
    [InlineData(1.0, 1.90)]
    [InlineData(2.0, 1.88)]
    public void Collision_stopping_power_follows_Berger_and_Seltzer(double energyMeV, double expectedMeVCm2PerG) =>
        Assert.Equal(1.0, s_collisions.StoppingMeVCm2PerG(ParticleKind.Electron, energyMeV) / expectedMeVCm2PerG, 0.01);

    [Theory]
    [InlineData(0.5, 0.05)]
    [InlineData(2.0, 0.08)]
    [InlineData(8.0, 0.25)]
    public void Restricted_loss_of_electrons_equals_its_closed_form(double energyMeV, double cutMeV)
    {
        // Oracle: the closed restricted form of Berger and Seltzer differs from the full one only in F(tau, cut) - F(tau, tau/2).
        const double massMeV = 0.51099895;
        double tau = energyMeV / massMeV;
        double gamma = tau + 1.0;
        double beta2 = tau * (tau + 2.0) / (gamma * gamma);
        double F(double up) => -1.0 - beta2 + Math.Log((tau - up) * up) + (tau / (tau - up))
            + (((0.5 * up * up) + (((2.0 * tau) + 1.0) * Math.Log(1.0 - (up / tau)))) / (gamma * gamma));
        const double zOverA = 138.0 / 246.438;
        double coefficient = 0.307075 / 2.0 * zOverA / beta2;
        double expected = s_collisions.StoppingMeVCm2PerG(ParticleKind.Electron, energyMeV) + (coefficient * (F(cutMeV / massMeV) - F(0.5 * tau)));
        Assert.Equal(1.0, s_collisions.RestrictedStoppingMeVCm2PerG(ParticleKind.Electron, energyMeV, cutMeV) / expected, 1e-4);
    }

    [Fact]
    public void No_hard_collision_is_possible_below_twice_the_cut_for_electrons_and_below_the_cut_for_positrons()
    {
        Assert.Equal(0.0, s_collisions.HardRateCm2PerG(ParticleKind.Electron, 0.159, 0.08));
        Assert.True(s_collisions.HardRateCm2PerG(ParticleKind.Electron, 0.161, 0.08) > 0);
        Assert.Equal(0.0, s_collisions.HardRateCm2PerG(ParticleKind.Positron, 0.079, 0.08));
        Assert.True(s_collisions.HardRateCm2PerG(ParticleKind.Positron, 0.081, 0.08) > 0);
    }
}
