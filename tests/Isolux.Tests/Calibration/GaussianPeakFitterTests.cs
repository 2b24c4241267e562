using Isolux.Calibration.Peaks;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Statistics;
using Isolux.Testing;
using Isolux.Testing.Calibration;
using Xunit;

namespace Isolux.Tests.Calibration;

/// <summary>Closure on toys of known mean and width. Every statistical test has a false-alarm probability of 1e-4 and a fixed seed.</summary>
public sealed class GaussianPeakFitterTests
{
    private const double FalseAlarm = 1e-4;
    private const double Mean = 3000.0;
    private const double Sigma = 66.0;
    private const int Toys = 1000;

    public static TheoryData<string, double, int> Windows() => new()
    {
        { "symmetric", 0.0, 4000 },
        { "symmetric", 1.0, 4000 },
        { "above escape tail", 0.0, 4000 },
        { "above escape tail", 1.0, 4000 },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void Pulls_of_mean_and_sigma_are_standard(string window, double spacing, int events)
    {
        PeakFit[] fits = FitToys(Settings(window, spacing), events);
        Assert.All(fits, fit => Assert.Equal(FitStatus.Converged, fit.Status));

        double[] meanPulls = Pulls(fits, fit => (fit.Mean - Mean) / fit.MeanError);
        double[] sigmaPulls = Pulls(fits, fit => (fit.Sigma - Sigma) / fit.SigmaError);
        StatisticalAssert.PullsAreStandard(meanPulls, FalseAlarm);
        StatisticalAssert.PullsAreStandard(sigmaPulls, FalseAlarm);
    }

    [Fact]
    public void The_pull_test_sees_a_bias_of_a_quarter_of_an_error_and_errors_wrong_by_a_fifth()
    {
        PeakFit[] fits = FitToys(Settings("symmetric", 0.0), 4000);
        StatisticalAssert.RejectsMutant("biased by 0.25 errors", () => StatisticalAssert.PullsAreStandard(Pulls(fits, fit => ((fit.Mean - Mean) / fit.MeanError) + 0.25), FalseAlarm));
        StatisticalAssert.RejectsMutant("errors 20 % small", () => StatisticalAssert.PullsAreStandard(Pulls(fits, fit => 1.2 * (fit.Mean - Mean) / fit.MeanError), FalseAlarm));
    }

    [Fact]
    public void Chi2_of_a_true_Gaussian_has_its_distribution_and_that_of_a_flat_spectrum_has_not()
    {
        PeakFit[] fits = FitToys(Settings("symmetric", 0.0), 4000);
        double[] probabilities = [.. fits.Select(fit => ChiSquared.UpperTailProbability(fit.Chi2, fit.Ndf))];

        // Maximum likelihood is unbinned: between n - 1 and n - 3 degrees of freedom (Chernoff and Lehmann 1954), so the mean p lies slightly below 1/2.
        Assert.InRange(probabilities.Average(), 0.38, 0.55);
        double[] flat = [.. Enumerable.Range(0, 4000).Select(i => Mean + (0.1 * (i - 2000)))];
        PeakFit wrong = new GaussianPeakFitter(Settings("symmetric", 0.0)).Fit(flat, Mean, 80.0);
        Assert.True(wrong.Status != FitStatus.Converged || ChiSquared.UpperTailProbability(wrong.Chi2, wrong.Ndf) < 1e-3, $"{wrong}");
    }

    [Fact]
    public void A_few_dozen_events_give_an_unbiased_mean_or_an_honest_refusal()
    {
        PeakFit[] accepted = [.. FitToys(Settings("symmetric", 0.0), 60).Where(fit => fit.Status == FitStatus.Converged)];
        Assert.True(accepted.Length > 0.8 * Toys, $"{accepted.Length} of {Toys} accepted");
        RunningMoments means = new();
        foreach (PeakFit fit in accepted)
        {
            means.Add(fit.Mean);
        }

        StatisticalAssert.Agrees(means.Mean, means.MeanError, Mean, FalseAlarm);
    }

    [Fact]
    public void A_fixed_width_leaves_only_the_mean_to_fit()
    {
        GaussianPeakFitter fitter = new(PeakFitSettings.AboveEscapeTail);
        double[] pulls = new double[Toys];
        for (uint toy = 0; toy < Toys; toy++)
        {
            PeakFit fit = fitter.Fit(PeakToys.Gaussian(8, toy, 300, Mean, Sigma), Mean + (0.5 * Sigma), Sigma, PeakWidth.Fixed);
            Assert.Equal((FitStatus.Converged, Sigma, 0.0), (fit.Status, fit.Sigma, fit.SigmaError));
            pulls[toy] = (fit.Mean - Mean) / fit.MeanError;
        }

        StatisticalAssert.PullsAreStandard(pulls, FalseAlarm);
        StatisticalAssert.RejectsMutant("errors 20 % small", () => StatisticalAssert.PullsAreStandard(Array.ConvertAll(pulls, pull => 1.2 * pull), FalseAlarm));
    }

    [Fact]
    public void A_tail_outside_the_window_does_not_move_the_peak()
    {
        double[] peak = PeakToys.Gaussian(11, 0, 20_000, Mean, Sigma);
        double[] tail = [.. Enumerable.Range(0, 5000).Select(i => 0.5 * Mean * i / 5000.0)];
        GaussianPeakFitter fitter = new(PeakFitSettings.Symmetric);
        PeakFit alone = fitter.Fit(peak, Mean, Sigma);
        PeakFit together = fitter.Fit([.. tail, .. peak], Mean, Sigma);
        Assert.Equal(alone.Mean, together.Mean);
        Assert.Equal(alone.Sigma, together.Sigma);
        Assert.True(together.Rms > 5 * together.Sigma, "the rms keeps the tail");
    }

    [Fact]
    public void The_start_does_not_decide_the_result()
    {
        double[] values = PeakToys.Gaussian(12, 0, 20_000, Mean, Sigma);
        GaussianPeakFitter fitter = new(PeakFitSettings.Symmetric);
        PeakFit near = fitter.Fit(values, Mean, Sigma);
        foreach ((double mean, double sigma) in new[] { (Mean - Sigma, Sigma), (Mean + Sigma, 0.6 * Sigma), (Mean, 2.0 * Sigma) })
        {
            PeakFit far = fitter.Fit(values, mean, sigma);
            Assert.Equal(FitStatus.Converged, far.Status);
            Assert.Equal(near.Mean, far.Mean, 0.1 * near.MeanError);

            // The window is iterated to 2 % of sigma, which moves sigma by a good part of its own error at most.
            Assert.Equal(near.Sigma, far.Sigma, near.SigmaError);
        }
    }

    [Fact]
    public void Nonsense_is_refused_not_fitted()
    {
        GaussianPeakFitter fitter = new(PeakFitSettings.Symmetric);
        double[] values = PeakToys.Gaussian(13, 0, 1000, Mean, Sigma);
        Assert.Equal(FitStatus.BadInput, fitter.Fit([], Mean, Sigma).Status);
        Assert.Equal(FitStatus.BadInput, fitter.Fit(values, double.NaN, Sigma).Status);
        Assert.Equal(FitStatus.BadInput, fitter.Fit(values, Mean, 0.0).Status);
        Assert.Equal(FitStatus.BadInput, fitter.Fit(values, Mean, double.NaN).Status);
        Assert.Equal(FitStatus.BadInput, fitter.Fit(values, 100.0 * Mean, Sigma).Status);
        Assert.Equal(FitStatus.BadInput, fitter.Fit(values.AsSpan(0, 20), Mean, Sigma).Status);
        Assert.NotEqual(FitStatus.Converged, fitter.Fit([.. Enumerable.Repeat(Mean, 1000)], Mean, Sigma).Status);
        double[] risingEdge = [.. Enumerable.Range(0, 4000).Select(i => Mean * Math.Sqrt((i + 0.5) / 4000.0))];
        PeakFit edge = fitter.Fit(risingEdge, 0.5 * Mean, Sigma);
        Assert.True(edge.Status != FitStatus.Converged || double.IsFinite(edge.MeanError), $"{edge}");
        Assert.Throws<ArgumentOutOfRangeException>(() => new PeakFitSettings { SigmasBelow = 0.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PeakFitSettings { SigmasAbove = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PeakFitSettings { DataSpacing = -1.0 });
    }

    private static PeakFitSettings Settings(string window, double spacing) =>
        (window == "symmetric" ? PeakFitSettings.Symmetric : PeakFitSettings.AboveEscapeTail) with { DataSpacing = spacing };

    private static PeakFit[] FitToys(PeakFitSettings settings, int events)
    {
        GaussianPeakFitter fitter = new(settings);
        PeakFit[] fits = new PeakFit[Toys];
        Parallel.For(0, Toys, toy =>
        {
            double[] values = settings.DataSpacing > 0
                ? PeakToys.WholeCounts(7, (uint)toy, events, Mean, Sigma)
                : PeakToys.Gaussian(7, (uint)toy, events, Mean, Sigma);
            fits[toy] = fitter.Fit(values, Mean + (0.3 * Sigma), 1.2 * Sigma);
        });
        return fits;
    }

    private static double[] Pulls(PeakFit[] fits, Func<PeakFit, double> pull) => [.. fits.Select(pull)];
}
