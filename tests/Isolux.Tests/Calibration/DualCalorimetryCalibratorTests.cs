using System.Collections.Immutable;
using Isolux.Calibration.DualCalorimetry;
using Isolux.Conditions.Payloads;
using Isolux.Events.Samples;
using Isolux.Numerics.Distributions;
using Isolux.Numerics.Random;
using Xunit;

namespace Isolux.Tests.Calibration;

public sealed class DualCalorimetryCalibratorTests
{
    private const int Channels = 60;
    private const int Pulses = 2000;
    private const double DarkPe = 0.008;
    private const double LightPerReferencePe = 1.0 / 530.0;

    private static readonly double[] s_intensitiesPe = [.. Enumerable.Range(0, 10).Select(i => 0.05 * Math.Pow(2000.0, i / 9.0))];

    /// <summary>Half of the charge lost at 100 PE (JHEP 03 (2021) 004), the form the payload can represent exactly.</summary>
    private static double HalvedAt100(double chargePe) => chargePe > 1 ? chargePe / (1.0 + ((chargePe - 1.0) / 99.0)) : chargePe;

    /// <summary>An exponential saturation with about the same loss at 100 PE, which it cannot; one photoelectron has charge 1.</summary>
    private static double Saturating(double chargePe) => (1.0 - Math.Exp(-chargePe / 62.5)) / (1.0 - Math.Exp(-1.0 / 62.5));

    [Fact]
    public void Recovers_slopes_and_shape_with_their_errors()
    {
        DualCalorimetryResult result = Calibrate(HalvedAt100, seed: 11);
        Assert.Empty(result.RefusedChannels);
        Assert.InRange(result.ShapeCoefficients[0] / result.ShapeErrors[0], -4.0, 4.0);
        Assert.InRange(result.ShapeCoefficients[1] / result.ShapeErrors[1], -4.0, 4.0);
        double common = result.Common.Parameters[1];
        Assert.InRange((common - (1.0 / 99.0)) / result.Common.Errors[1], -4.0, 4.0);
        double[] pulls = [.. result.SlopesPerPe.Zip(result.SlopeErrorsPerPe, (slope, error) => (slope - common) / error)];

        // 60 pulls about the common slope, whose error all channels share: sum of squares within the 1E-4 tails of chi2 with 60 degrees of freedom.
        Assert.InRange(pulls.Sum(pull => pull * pull), 27.5, 108.9);
        Assert.InRange(result.MeanReducedChi2, 0.7, 1.3);
    }

    [Fact]
    public void Corrects_single_charges_to_0_3_percent_even_for_a_form_it_cannot_represent()
    {
        DualCalorimetryResult result = new DualCalorimetryCalibrator([DarkPe]).Calibrate([.. s_intensitiesPe.Select(intensityPe => Exact(Saturating, intensityPe))]);
        ChannelChargeCurvesPayload curves = Payload(result);
        foreach (double chargePe in new[] { 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 80.0 })
        {
            Assert.Equal(1.0, curves.CorrectedPe(0, Saturating(chargePe)) / chargePe, 0.003);
        }

        Assert.True(Saturating(20.0) / 20.0 < 0.9);
    }

    [Fact]
    public void Mean_against_mean_would_be_wrong_where_the_pointwise_curve_is_right()
    {
        // The power companion of the Poisson average: E f(n) at a mean of 5 PE differs from f(5) by much more than the tolerance above.
        RandomSequence random = new(3, 0, RandomStream.Toy, 0, 0);
        double sum = 0;
        for (int i = 0; i < 200_000; i++)
        {
            sum += HalvedAt100(Poisson.Sample(5.0, ref random));
        }

        Assert.True(Math.Abs((sum / 200_000 / HalvedAt100(5.0)) - 1.0) > 0.005);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.08)]
    [InlineData(-0.05)]
    public void Correction_inverts_the_curve(double firstShape)
    {
        ChannelChargeCurvesPayload curves = new([0.0101], [0.0], [firstShape, 0.01], [0.0, 0.0], 2000.0, "test");
        foreach (double chargePe in new[] { 0.3, 1.0, 1.7, 3.0, 30.0, 150.0 })
        {
            Assert.Equal(chargePe, curves.CorrectedPe(0, curves.MeasuredPe(0, chargePe)), 1e-9 * chargePe);
        }

        Assert.Equal(2000.0, curves.CorrectedPe(0, 1e6));
    }

    [Fact]
    public void Refuses_samples_it_cannot_use()
    {
        ImmutableArray<LaserSample> samples = Samples(HalvedAt100, 13);
        var calibrator = new DualCalorimetryCalibrator([.. Enumerable.Repeat(DarkPe, Channels)]);
        Assert.Throws<ArgumentException>(() => calibrator.Calibrate([.. samples.Take(4)]));
        Assert.Throws<ArgumentException>(() => calibrator.Calibrate([.. samples.Select(sample => sample with { ReferenceChargePe = double.NaN })]));
        Assert.Throws<ArgumentException>(() => new DualCalorimetryCalibrator([DarkPe]).Calibrate(samples));
    }

    private static DualCalorimetryResult Calibrate(Func<double, double> curve, ulong seed) =>
        new DualCalorimetryCalibrator([.. Enumerable.Repeat(DarkPe, Channels)]).Calibrate(Samples(curve, seed));

    private static ChannelChargeCurvesPayload Payload(DualCalorimetryResult result) =>
        new(result.SlopesPerPe, result.SlopeErrorsPerPe, result.ShapeCoefficients, result.ShapeErrors, 2000.0, "test");

    private static ImmutableArray<LaserSample> Samples(Func<double, double> curve, ulong seed) =>
        [.. s_intensitiesPe.Select((intensityPe, i) => Sample(curve, intensityPe, seed, (uint)i))];

    /// <summary>One channel without statistical fluctuations, with the errors of 10^9 pulses (17,612 channels, 57,000 pulses).</summary>
    private static LaserSample Exact(Func<double, double> curve, double intensityPe)
    {
        double mean = intensityPe + DarkPe;
        double probability = Math.Exp(-mean);
        double sum = 0;
        double squares = 0;
        for (int n = 0; n <= 250; n++)
        {
            sum += probability * curve(n);
            squares += probability * curve(n) * curve(n);
            probability *= mean / (n + 1);
        }

        return new LaserSample(1_000_000_000, [sum], squares - (sum * sum), intensityPe / LightPerReferencePe, 0.0);
    }

    private static LaserSample Sample(Func<double, double> curve, double intensityPe, ulong seed, uint run)
    {
        double[] means = new double[Channels];
        double[] variances = new double[Channels];
        for (int channel = 0; channel < Channels; channel++)
        {
            RandomSequence random = new(seed, run, RandomStream.Toy, (uint)channel, 0);
            double sum = 0;
            double squares = 0;
            for (int pulse = 0; pulse < Pulses; pulse++)
            {
                double charge = curve(Poisson.Sample(intensityPe + DarkPe, ref random));
                sum += charge;
                squares += charge * charge;
            }

            means[channel] = sum / Pulses;
            variances[channel] = (squares - (sum * sum / Pulses)) / (Pulses - 1.0);
        }

        return new LaserSample(Pulses, [.. means], variances.Average(), intensityPe / LightPerReferencePe, 0.0);
    }
}
