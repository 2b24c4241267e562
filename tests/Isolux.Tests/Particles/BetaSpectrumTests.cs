using Isolux.Detector.Sources;
using Isolux.Numerics.Distributions;
using Isolux.Simulation.Particles;
using Xunit;

namespace Isolux.Tests.Particles;

public sealed class BetaSpectrumTests
{
    private static readonly BetaTransition s_boron = new(13.369, 6, 0.0048);

    [Fact]
    public void The_mean_energy_of_12B_is_the_tabulated_one()
    {
        // ENSDF (LOGFT): mean energy 6.4355 MeV of the ground-state branch of 13.369 MeV, without weak magnetism; 0.3 % for the Fermi function.
        TabulatedDensity spectrum = BetaSpectrum.Of(s_boron with { WeakMagnetismPerMeV = 0.0 });
        Assert.Equal(6.4355, Mean(spectrum), 0.02);
    }

    [Fact]
    public void Weak_magnetism_hardens_the_spectrum_linearly()
    {
        double ratio(double energyMeV) =>
            BetaSpectrum.Shape(s_boron, energyMeV) / BetaSpectrum.Shape(s_boron with { WeakMagnetismPerMeV = 0.0 }, energyMeV);
        Assert.Equal(0.0048 * 8.0, ratio(10.0) - ratio(2.0), 1e-12);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(13.4)]
    public void Nothing_lies_outside(double energyMeV) => Assert.Equal(0.0, BetaSpectrum.Shape(s_boron, energyMeV));

    private static double Mean(TabulatedDensity density)
    {
        const int samples = 100_000;
        double sum = 0.0;
        for (int i = 0; i < samples; i++)
        {
            sum += density.Sample((i + 0.5) / samples);
        }

        return sum / samples;
    }
}
