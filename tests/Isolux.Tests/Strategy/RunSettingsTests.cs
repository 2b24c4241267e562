using Isolux.Strategy.Run;
using Xunit;

namespace Isolux.Tests.Strategy;

public sealed class RunSettingsTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(1001.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_statistics_factor_out_of_range_is_refused(double factor) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RunSettings { StatisticsFactor = factor });

    [Fact]
    public void A_run_needs_a_thread() => Assert.Throws<ArgumentOutOfRangeException>(() => new RunSettings { Threads = 0 });

    [Fact]
    public void Statistics_scale_every_sample_but_never_below_what_a_fit_needs()
    {
        RunSettings full = new();
        RunSettings tenfold = new() { StatisticsFactor = 10.0 };
        Assert.Equal(10 * full.PositronEvents, tenfold.PositronEvents);
        Assert.Equal(10 * full.SourceEvents(30_000), tenfold.SourceEvents(30_000));
        Assert.Equal(RunSettings.SourceFraction * 30_000, full.SourceEvents(30_000));
        RunSettings least = new() { StatisticsFactor = 1e-3 };
        Assert.Equal(1000, least.PositronEvents);
        Assert.Equal(1000, least.SourceEvents(30_000));
    }
}
