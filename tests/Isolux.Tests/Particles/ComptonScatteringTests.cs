using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;
using Isolux.Simulation.Particles;
using Xunit;

namespace Isolux.Tests.Particles;

public sealed class ComptonScatteringTests
{
    private const int Samples = 200_000;
    private const int Bins = 40;
    private const double MassMeV = 0.51099895;

    // False-alarm rate 1e-4 per energy; fixed seed.
    [Theory]
    [InlineData(0.01)]
    [InlineData(0.1)]
    [InlineData(0.511)]
    [InlineData(2.223)]
    [InlineData(8.0)]
    public void Angles_follow_Klein_and_Nishina(double energyMeV) =>
        Assert.True(AngleProbability(energyMeV, energyMeV) > 1e-4);

    // Power companion: an energy wrong by 10 % (the mean cosine shifts by about 0.01) must be refused.
    [Theory]
    [InlineData(0.511)]
    [InlineData(2.223)]
    public void A_photon_energy_wrong_by_10_percent_is_noticed(double energyMeV) =>
        Assert.True(AngleProbability(1.1 * energyMeV, energyMeV) < 1e-4);

    [Fact]
    public void Energy_and_angle_obey_the_kinematics()
    {
        var random = new RandomSequence(5, 0, RandomStream.Gamma, 0, 0);
        for (int i = 0; i < 1000; i++)
        {
            (double energyMeV, double cosine) = ComptonScattering.Sample(1.5, ref random);
            Assert.InRange(cosine, -1.0 - 1e-12, 1.0);
            Assert.Equal(1.5 / (1.0 + (1.5 / MassMeV * (1.0 - cosine))), energyMeV, 1e-10);
        }
    }

    [Theory]
    [InlineData(0.001, 0.6627)]
    [InlineData(0.511, 0.2866)]
    [InlineData(2.0, 0.1464)]
    public void Total_cross_section_has_the_known_values_in_barn(double energyMeV, double barn) =>
        Assert.Equal(1.0, ComptonScattering.CrossSectionMm2(energyMeV) * 1e22 / barn, 2e-3);

    private static double AngleProbability(double sampledMeV, double expectedMeV)
    {
        var random = new RandomSequence(20, 0, RandomStream.Gamma, 0, 0);
        var observed = new double[Bins];
        for (int i = 0; i < Samples; i++)
        {
            double cosine = ComptonScattering.Sample(sampledMeV, ref random).Cosine;
            observed[Math.Clamp((int)((cosine + 1.0) / 2.0 * Bins), 0, Bins - 1)]++;
        }

        var expected = new double[Bins];
        const int points = 50;
        for (int bin = 0; bin < Bins; bin++)
        {
            for (int i = 0; i < points; i++)
            {
                double cosine = -1.0 + (2.0 * (bin + ((i + 0.5) / points)) / Bins);
                double ratio = 1.0 / (1.0 + (expectedMeV / MassMeV * (1.0 - cosine)));
                expected[bin] += ratio * ratio * (ratio + (1.0 / ratio) - 1.0 + (cosine * cosine));
            }
        }

        double norm = Samples / expected.Sum();
        double chi2 = 0.0;
        for (int bin = 0; bin < Bins; bin++)
        {
            double difference = observed[bin] - (norm * expected[bin]);
            chi2 += difference * difference / (norm * expected[bin]);
        }

        return ChiSquared.UpperTailProbability(chi2, Bins - 1);
    }
}
