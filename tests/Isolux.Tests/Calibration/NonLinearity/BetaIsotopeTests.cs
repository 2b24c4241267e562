using Isolux.Calibration.NonLinearity;
using Isolux.Detector.Sources;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Xunit;

namespace Isolux.Tests.Calibration.NonLinearity;

public sealed class BetaIsotopeTests
{
    private static readonly BetaBranch Branch = new(1.0, 13.369, [], 0.0);

    [Theory]
    [InlineData(0.1)]
    [InlineData(1.0)]
    [InlineData(6.0)]
    [InlineData(13.0)]
    public void Without_charge_the_density_is_the_phase_space(double kineticMeV)
    {
        // p W (W0 - W)^2 in units of the electron mass; the Fermi function of charge 0 is 1.
        const double mass = PhysicalConstants.ElectronMassMeV;
        double w = (kineticMeV / mass) + 1.0;
        double expected = Math.Sqrt((w * w) - 1.0) * w * Math.Pow((13.369 - kineticMeV) / mass, 2.0);
        Assert.Equal(1.0, new BetaIsotope("neutral", 0, 12, 0.0, [Branch]).Density(Branch, kineticMeV) / expected, 1e-9);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.1)]
    [InlineData(1.0)]
    [InlineData(10.0)]
    public void For_small_charge_the_Fermi_function_is_the_closed_form(double kineticMeV)
    {
        // F -> 2 pi eta/(1 - exp(-2 pi eta)) for alpha Z -> 0 (|Gamma(1 + i eta)|^2 = pi eta/sinh(pi eta)); corrections are of order (alpha Z)^2 ln R = 4e-4.
        const double mass = PhysicalConstants.ElectronMassMeV;
        double w = (kineticMeV / mass) + 1.0;
        double eta = PhysicalConstants.FineStructure * w / Math.Sqrt((w * w) - 1.0);
        double expected = 2.0 * Math.PI * eta / (1.0 - Math.Exp(-2.0 * Math.PI * eta));
        double ratio = new BetaIsotope("charged", 1, 12, 0.0, [Branch]).Density(Branch, kineticMeV) / new BetaIsotope("neutral", 0, 12, 0.0, [Branch]).Density(Branch, kineticMeV);
        Assert.Equal(1.0, ratio / expected, 5e-4);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(13.369)]
    [InlineData(20.0)]
    public void Nothing_lies_outside_the_spectrum(double kineticMeV) => Assert.Equal(0.0, ToyScintillator.Boron12.Density(Branch, kineticMeV));

    [Fact]
    public void The_mean_energy_of_12B_is_the_tabulated_one()
    {
        // ENSDF (LOGFT): mean energy 6.4355 MeV of the ground-state branch, without weak magnetism; 0.3 % for the Fermi function.
        BetaIsotope plain = new("12B", 6, 12, 0.0, [Branch]);
        double[] energies = [.. Enumerable.Range(0, 5000).Select(i => (i + 0.5) * 13.369 / 5000)];
        Assert.Equal(6.4355, energies.Sum(energy => energy * plain.Density(Branch, energy)) / energies.Sum(energy => plain.Density(Branch, energy)), 0.02);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(2.0)]
    [InlineData(8.0)]
    [InlineData(12.0)]
    public void Simulation_and_calibration_agree_on_12B(double kineticMeV)
    {
        // Two implementations that know nothing of each other: gamma functions here, the approximation of Bethe and Bacher there (good to 0.5 %).
        BetaTransition transition = new(13.369, 6, 0.0048);
        double here = ToyScintillator.Boron12.Density(Branch, kineticMeV) / ToyScintillator.Boron12.Density(Branch, 5.0);
        Assert.Equal(1.0, here / (BetaSpectrum.Shape(transition, kineticMeV) / BetaSpectrum.Shape(transition, 5.0)), 5e-3);
    }

    [Fact]
    public void Weak_magnetism_tilts_by_its_slope()
    {
        BetaIsotope plain = new("12B", 6, 12, 0.0, [Branch]);
        BetaIsotope tilted = new("12B", 6, 12, 0.0048, [Branch]);
        double Ratio(double kineticMeV) => tilted.Density(Branch, kineticMeV) / plain.Density(Branch, kineticMeV);
        Assert.Equal(0.0048 * 5.0, Ratio(10.0) - Ratio(5.0), 1e-12);
    }
}
