using Isolux.Calibration.Peaks;
using Isolux.Events.Samples;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Testing;
using Isolux.Testing.Calibration;
using Xunit;

namespace Isolux.Tests.Calibration;

public sealed class SourcePeakFinderTests
{
    private const double Mean = 3130.0;
    private const double Sigma = 69.0;
    private static readonly PeakFitSettings Window = PeakFitSettings.AboveEscapeTail with { DataSpacing = 1.0 };

    [Theory]
    [InlineData(1.0, 2000)]
    [InlineData(0.5, 2000)]
    [InlineData(0.08, 6000)]
    public void The_full_absorption_peak_is_found_above_a_continuum_however_large(double fullFraction, int events)
    {
        RunningMoments pulls = new();
        for (uint toy = 0; toy < 200; toy++)
        {
            PeakFit fit = Find(PeakToys.SourceCounts(21, toy, events, Mean, Sigma, fullFraction));
            Assert.Equal(FitStatus.Converged, fit.Status);
            pulls.Add((fit.Mean - Mean) / fit.MeanError);
        }

        // The continuum reaches 0.9 of the peak, 4.5 sigma below it: its upper edge leaves a part in 1e3 of the window, so the mean is unbiased within errors.
        StatisticalAssert.Agrees(pulls.Mean, pulls.MeanError, 0.0, 1e-4);
        StatisticalAssert.RejectsMutant("shifted by 0.3 errors", () => StatisticalAssert.Agrees(pulls.Mean + 0.35, pulls.MeanError, 0.0, 1e-4));
    }

    [Fact]
    public void Empty_and_dark_samples_are_refused_not_fitted()
    {
        Assert.NotEqual(FitStatus.Converged, Find([]).Status);
        Assert.NotEqual(FitStatus.Converged, Find(new int[500]).Status);
    }

    private static PeakFit Find(int[] counts) =>
        new SourcePeakFinder(Window).Find(new SourceSample("ACU", Position.Centre, Position.Centre, counts), 0.022);
}
