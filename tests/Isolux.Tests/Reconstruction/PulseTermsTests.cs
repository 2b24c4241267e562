using Isolux.Reconstruction.Likelihood;
using Xunit;

namespace Isolux.Tests.Reconstruction;

/// <summary>Photoelectrons of a pulse against the sum written out.</summary>
public sealed class PulseTermsTests
{
    [Theory]
    [InlineData(1.6, 0.3, 0.2)]
    [InlineData(2.4, 0.3, 1.5)]
    [InlineData(6.3, 0.3, 5.0)]
    public void The_polynomial_is_the_sum_over_photoelectrons(double chargePe, double spread, double mean)
    {
        double[] coefficients = new double[PulseTerms.Count];
        int lowest = PulseTerms.Fill(chargePe, new SinglePeShape(spread, 0, 0), coefficients);
        double value = PulseTerms.Evaluate(mean, lowest, coefficients, out double meanPower);
        double sum = 0;
        double powers = 0;
        double term = 1.0;
        for (int n = 1; n < 40; n++)
        {
            double variance = n * spread * spread;
            double density = term * Math.Exp(-0.5 * (chargePe - n) * (chargePe - n) / variance) / Math.Sqrt(variance);
            sum += density;
            powers += (n - 1) * density;
            term *= mean / n;
        }

        // Five numbers of photoelectrons about the charge are kept; the neglected ones are beyond three standard deviations of the charge.
        Assert.Equal(powers / sum, meanPower, 0.02);

        // Factors that do not depend on the mean are left out: the slope is what counts.
        double above = PulseTerms.Evaluate(1.001 * mean, lowest, coefficients, out _);
        Assert.Equal(meanPower, (above - value) / Math.Log(1.001), 2e-3);
    }

    [Fact]
    public void A_pulse_of_exactly_one_photoelectron_needs_no_terms() =>
        Assert.Equal(-1, PulseTerms.Fill(1.0, new SinglePeShape(0.0, 0, 0), new double[PulseTerms.Count]));

    [Fact]
    public void The_density_with_a_tail_has_norm_one_and_mean_one()
    {
        SinglePeShape shape = new(0.55, 0.1, 1.0);
        double norm = 0;
        double mean = 0;
        for (double q = -2.0; q < 12.0; q += 0.005)
        {
            double density = 0.005 * Math.Exp(shape.LogDensity(q, 1)) / Math.Sqrt(2.0 * Math.PI);
            norm += density;
            mean += q * density;
        }

        // The error function of the tail is approximated; the tail is a tenth.
        Assert.Equal(1.0, norm, 0.02);
        Assert.Equal(1.0, mean, 0.03);
    }
}
