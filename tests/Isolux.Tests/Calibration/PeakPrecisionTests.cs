using Isolux.Calibration.Peaks;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Random;
using Xunit;

namespace Isolux.Tests.Calibration;

public sealed class PeakPrecisionTests
{
    [Fact]
    public void A_window_that_holds_everything_costs_nothing() =>
        Assert.Equal(1.0, new PeakPrecision(new PeakFitSettings { SigmasBelow = 5.0, SigmasAbove = 5.0 }).MeanErrorFactor, 1e-3);

    [Theory]
    [InlineData(2.0, 2.0)]
    [InlineData(1.0, 2.5)]
    public void Fits_report_the_error_that_was_foretold(double below, double above)
    {
        PeakFitSettings settings = new() { SigmasBelow = below, SigmasAbove = above };
        RandomSequence random = new(5, 0, RandomStream.Toy, 0, 0);
        double[] values = new double[200_000];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = 1000.0 + (30.0 * random.NextNormal());
        }

        PeakFit fit = new GaussianPeakFitter(settings).Fit(values, 1000.0, 30.0);
        Assert.Equal(FitStatus.Converged, fit.Status);

        // 200,000 events know width and content of the window to a few parts in a thousand, and the fitted window ends within 2 % of a sigma of the asked one.
        Assert.Equal(1.0, new PeakPrecision(settings).MeanError(30.0, values.Length) / fit.MeanError, 0.02);
    }
}
