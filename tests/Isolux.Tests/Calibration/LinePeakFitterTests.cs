using Isolux.Calibration.Peaks;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;
using Isolux.Testing.Calibration;
using Xunit;

namespace Isolux.Tests.Calibration;

public sealed class LinePeakFitterTests
{
    private const double Mean = 1000.0;
    private const double Sigma = 35.0;
    private static readonly LinePeakFitter s_fitter = new(0.0);

    [Fact]
    public void A_clean_peak_gets_no_tails_and_standard_pulls()
    {
        // 60 toys know the mean pull to 0.13 and its width to 0.09: four sigma each.
        RunningMoments pulls = new();
        for (uint toy = 0; toy < 60; toy++)
        {
            LinePeak peak = s_fitter.Fit(PeakToys.Gaussian(1, toy, 20_000, Mean, Sigma), PeakShape.GaussianWithTails, 950.0, 50.0);
            Assert.True(peak.ExponentialFraction + peak.FlatFraction < 0.02);
            pulls.Add((peak.Mean - Mean) / peak.MeanError);
        }

        Assert.Equal(0.0, pulls.Mean, 0.52);
        Assert.Equal(1.0, pulls.StandardDeviation, 0.37);
    }

    [Fact]
    public void Tails_are_found_and_do_not_move_the_peak()
    {
        // A Gaussian alone within two sigmas would be pulled down by the tail: the power companion below. Two of 30 true fits are refused with a probability of 4e-4.
        RunningMoments pulls = new();
        RunningMoments gaussianPulls = new();
        int refused = 0;
        for (uint toy = 0; toy < 30; toy++)
        {
            double[] values = Tailed(toy, 40_000, exponentialFraction: 0.15, decayLength: 60.0, flatFraction: 0.05);
            LinePeak peak = s_fitter.Fit(values, PeakShape.GaussianWithTails, 950.0, 50.0);
            refused += peak.IsAccepted ? 0 : 1;
            Assert.Equal(0.15, peak.ExponentialFraction, 0.06);
            pulls.Add((peak.Mean - Mean) / peak.MeanError);
            LinePeak gaussian = s_fitter.Fit(values, PeakShape.Gaussian, 950.0, 50.0);
            gaussianPulls.Add((gaussian.Mean - Mean) / gaussian.MeanError);
        }

        Assert.InRange(refused, 0, 1);
        Assert.Equal(0.0, pulls.Mean, 0.75);
        Assert.Equal(1.0, pulls.StandardDeviation, 0.52);
        Assert.True(gaussianPulls.Mean < -4.0);
    }

    [Fact]
    public void A_companion_of_known_intensity_is_taken_into_account()
    {
        double[] values = [.. PeakToys.Gaussian(5, 0, 50_000, Mean, Sigma), .. PeakToys.Gaussian(5, 1, 2000, 1.06 * Mean, Sigma * Math.Sqrt(1.06))];
        LinePeak with = s_fitter.Fit(values, PeakShape.GaussianWithTails, 1000.0, 35.0, 0.0, [new PeakCompanion(1.06, 0.04)]);
        Assert.True(with.IsAccepted, with.Refusal);
        Assert.Equal(0.0, (with.Mean - Mean) / with.MeanError, 4.0);
        LinePeak without = s_fitter.Fit(values, PeakShape.GaussianWithTails, 1000.0, 35.0);
        Assert.False(without.IsAccepted);
    }

    [Theory]
    [InlineData(PeakShape.Gaussian)]
    [InlineData(PeakShape.GaussianWithTails)]
    public void Two_lines_are_not_one_and_are_refused(PeakShape shape)
    {
        double[] values = [.. PeakToys.Gaussian(7, 0, 40_000, Mean, 20.0), .. PeakToys.Gaussian(7, 1, 40_000, 1.06 * Mean, 20.0)];
        LinePeak peak = s_fitter.Fit(values, shape, 1030.0, 35.0);
        Assert.False(peak.IsAccepted);
        Assert.NotEmpty(peak.Refusal);
    }

    [Fact]
    public void Nothing_is_refused_not_fitted()
    {
        LinePeak peak = s_fitter.Fit([1.0, 2.0, 3.0], PeakShape.GaussianWithTails, 1000.0, 35.0);
        Assert.NotEqual(FitStatus.Converged, peak.Status);
        Assert.False(peak.IsAccepted);
    }

    [Fact]
    public void The_spectrum_of_the_fit_adds_up()
    {
        LinePeak peak = s_fitter.Fit(PeakToys.Gaussian(2, 0, 20_000, Mean, Sigma), PeakShape.GaussianWithTails, 950.0, 50.0);
        Assert.Equal(peak.Spectrum.Sum(bin => bin.Observed), peak.Spectrum.Sum(bin => bin.Expected), 20.0);
        Assert.Equal(20_000, peak.Spectrum.Sum(bin => bin.Observed), 60.0);
    }

    private static double[] Tailed(uint toy, int count, double exponentialFraction, double decayLength, double flatFraction)
    {
        RandomSequence random = new(11, 0, RandomStream.Toy, toy, 0);
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            double choice = random.NextDouble();
            double light = choice < exponentialFraction ? Mean - (decayLength * random.NextExponential())
                : choice < exponentialFraction + flatFraction ? Mean * random.NextDouble()
                : Mean;
            values[i] = light + (Sigma * random.NextNormal());
        }

        return values;
    }
}
