using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Photosensors;
using Isolux.Detector.Readout;
using Isolux.Simulation.Readout;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Readout;

/// <summary>Relative efficiencies of channels. Fixed seed; false-alarm rate 1e-4.</summary>
public sealed class ChannelEfficiencyTests
{
    private const ulong Seed = 5;
    private const double FalseAlarm = 1e-4;
    private static readonly DetectorDescription s_detector = ReadoutToy.Detector;
    private static readonly int s_large = s_detector.Photosensors.Count(sensor => sensor.Type.Kind == SensorKind.Lpmt);

    [Fact]
    public void Nothing_declared_leaves_every_channel_at_one() =>
        Assert.All(Draw(null), relative => Assert.Equal(1.0, relative));

    [Fact]
    public void Large_sensors_spread_as_declared_and_small_ones_do_not()
    {
        ImmutableArray<double> relative = Draw(new EfficiencySpread(0.08, 0.0, DeadRegion.All));
        Assert.All(relative[s_large..], small => Assert.Equal(1.0, small));
        double[] pulls = [.. relative[..s_large].Select(large => (large - 1.0) / 0.08)];
        StatisticalAssert.PullsAreStandard(pulls, FalseAlarm);
        Assert.Throws<StatisticalAssertException>(() => StatisticalAssert.PullsAreStandard([.. pulls.Select(pull => 1.5 * pull)], FalseAlarm));
    }

    [Theory]
    [InlineData(DeadRegion.All)]
    [InlineData(DeadRegion.PositiveX)]
    [InlineData(DeadRegion.EquatorialPatch)]
    public void The_declared_number_is_dead_in_the_declared_region(DeadRegion region)
    {
        ImmutableArray<double> alive = Draw(new EfficiencySpread(0.08, 0.0, region));
        ImmutableArray<double> relative = Draw(new EfficiencySpread(0.08, 0.1, region));
        Photosensor[] dead = [.. s_detector.Photosensors.Where(sensor => relative[sensor.Channel.Index] == 0)];
        Assert.Equal((int)Math.Round(0.1 * s_large), dead.Length);
        Assert.All(dead, sensor => Assert.Equal(SensorKind.Lpmt, sensor.Type.Kind));
        Assert.All(Enumerable.Range(0, relative.Length).Where(channel => relative[channel] > 0), channel => Assert.Equal(alive[channel], relative[channel]));
        if (region == DeadRegion.PositiveX)
        {
            Assert.All(dead, sensor => Assert.True(sensor.Centre.XMm > 0));
        }
        else if (region == DeadRegion.EquatorialPatch)
        {
            double edge = dead.Min(Cosine);
            Assert.All(s_detector.Photosensors.Take(s_large).Except(dead), sensor => Assert.True(Cosine(sensor) <= edge));
        }
    }

    private static double Cosine(Photosensor sensor) => sensor.Centre.XMm / sensor.Centre.RadiusMm;

    private static ImmutableArray<double> Draw(EfficiencySpread? spread) =>
        new ChannelEfficiency(s_detector with { Efficiency = spread }, Seed).Relative;
}
