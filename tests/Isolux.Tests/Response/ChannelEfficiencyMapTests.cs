using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Photosensors;
using Isolux.Detector.Readout;
using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Readout;
using Isolux.Simulation.Response;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Response;

/// <summary>Folded efficiencies of unequal channels against photoelectrons drawn one by one. Fixed seeds; false-alarm rate 1e-4 per test.</summary>
public sealed class ChannelEfficiencyMapTests(ToyResponse toy) : IClassFixture<ToyResponse>
{
    private const ulong Seed = 17;
    private const double FalseAlarm = 1e-4;
    private static readonly DetectorDescription Detector = ToyResponse.Detector;
    private static readonly int Large = Detector.Photosensors.Count(sensor => sensor.Type.Kind == SensorKind.Lpmt);

    [Theory]
    [InlineData(0.0, 0.0, 0.0)]
    [InlineData(6.0, -3.0, 2.0)]
    [InlineData(-4.0, 7.0, -8.0)]
    [InlineData(0.5, -2.0, 12.5)]
    public void The_fold_is_the_mean_over_drawn_photoelectrons(double xM, double yM, double zM)
    {
        // Most of one side is dead; the points lie inside the radius from where on bars are looked for, which the fold leaves out. The toy's own profiles are too noisy to be interpolated.
        ImmutableArray<double> relative = Relative(new EfficiencySpread(0.3, 0.4, DeadRegion.PositiveX));
        ResponseMap smooth = toy.Map with { Pattern = new HitPattern(Detector, toy.Map.Lpmt.OuterRadiusMm, toy.Map.Pattern.Tables with { Angular = SmoothProfiles() }) };
        ChannelEfficiencyMap map = ChannelEfficiencyMap.Build(Detector, smooth, relative, 2);
        var point = Position.FromMetres(xM, yM, zM);
        int[] channels = new int[200_000];
        RandomSequence random = new(Seed, 0, RandomStream.HitChannel, 0, 0);
        smooth.Pattern.Draw(smooth.Pattern.Origin(point), SensorKind.Lpmt, ref random, channels, new float[channels.Length]);
        RunningMoments drawn = new();
        foreach (int channel in channels)
        {
            drawn.Add(relative[channel]);
        }

        StatisticalAssert.Agrees(drawn.Mean, drawn.MeanError, map.Evaluate(point), FalseAlarm);
        StatisticalAssert.RejectsMutant("seen from six metres away", () =>
            StatisticalAssert.Agrees(drawn.Mean, drawn.MeanError, map.Evaluate(Position.FromMetres(xM - 6.0, yM, zM)), FalseAlarm));
    }

    [Fact]
    public void Nominal_channels_change_nothing_and_dead_ones_leave_nothing()
    {
        foreach (double value in (double[])[1.0, 0.5, 0.0])
        {
            ChannelEfficiencyMap map = ChannelEfficiencyMap.Build(Detector, toy.Map, [.. Enumerable.Repeat(value, Large)], 1);
            Assert.All(ToyResponse.Deposits, deposit => Assert.Equal(value, map.Evaluate(deposit.Position), 1e-6));
        }
    }

    [Fact]
    public void Light_falls_by_the_folded_efficiency()
    {
        ChannelEfficiencyMap map = ChannelEfficiencyMap.Build(Detector, toy.Map, Relative(new EfficiencySpread(0.2, 0.1, DeadRegion.All)), 2);
        EnergyDeposit[] one = [ToyResponse.Deposits[1]];
        (double scintillation, double cherenkov) = new MapLightResponse(toy.Map, Detector.Scintillation!).Expected(one);
        (double less, double lessCherenkov) = new MapLightResponse(toy.Map, Detector.Scintillation!, map).Expected(one);
        Assert.Equal(map.Evaluate(one[0].Position), less / scintillation, 1e-12);
        Assert.Equal(map.Evaluate(one[0].Position), lessCherenkov / cherenkov, 1e-12);
        Assert.InRange(less / scintillation, 0.85, 0.95);
    }

    [Fact]
    public void The_mean_over_azimuth_is_that_of_its_points_and_threads_do_not_matter()
    {
        ImmutableArray<double> relative = Relative(new EfficiencySpread(0.3, 0.2, DeadRegion.EquatorialPatch));
        ChannelEfficiencyMap one = ChannelEfficiencyMap.Build(Detector, toy.Map, relative, 1);
        ChannelEfficiencyMap two = ChannelEfficiencyMap.Build(Detector, toy.Map, relative, 2);
        Position[] circle = [.. Enumerable.Range(0, 720).Select(i => Position.FromSpherical(15_300.0, 0.3, Math.PI * i / 360.0))];
        Assert.Equal(circle.Average(one.Evaluate), one.AzimuthalMean(15_300.0, 0.3), 1e-6);
        Assert.All(circle, point => Assert.Equal(one.Evaluate(point), two.Evaluate(point)));
    }

    [Fact]
    public void Efficiencies_that_fit_no_detector_are_refused()
    {
        foreach (double[] bad in (double[][])[[.. Enumerable.Repeat(1.0, Large - 1)], [.. Enumerable.Repeat(-0.1, Large)], [.. Enumerable.Repeat(double.NaN, Large)]])
        {
            Assert.Throws<ArgumentException>(() => ChannelEfficiencyMap.Build(Detector, toy.Map, [.. bad], 1));
        }
    }

    private static ImmutableArray<double> Relative(EfficiencySpread spread) =>
        [.. new ChannelEfficiency(Detector with { Efficiency = spread }, Seed).Relative.Take(Large)];

    private static float[] SmoothProfiles() =>
    [
        .. Enumerable.Range(0, 2 * PatternGrid.Rows * PatternGrid.AngularCells).Select(i =>
            (float)Math.Exp(-3.0 * (i % PatternGrid.AngularCells) / PatternGrid.AngularCells * (i / PatternGrid.AngularCells % PatternGrid.Rows) / PatternGrid.Rows)),
    ];
}
