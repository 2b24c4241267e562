using System.Collections.Immutable;
using Isolux.Campaign.Positioning;
using Isolux.Quantities;
using Xunit;

namespace Isolux.Tests.Positioning;

public sealed class UltrasoundLocatorTests
{
    private static readonly Position s_source = new(7_000, -30, -9_000);

    // What a series of pulses knows of the speed.
    private static readonly SoundSpeed s_known = new(1.35, 3e-4);

    [Fact]
    public void Exact_times_give_place_speed_and_clock_exactly()
    {
        UltrasoundFix fix = new UltrasoundLocator(PositioningToys.Ultrasound).Locate(PositioningToys.Arrivals(s_source, 1.35));
        Assert.Null(fix.RefusedBecause);
        Assert.True(fix.Fix!.Position.DistanceToMm(s_source) < 1e-3);
        Assert.Equal(1.35, fix.SoundSpeedMmPerUs!.Value, 1e-9);
        Assert.Equal(0.0, fix.ClockOffsetUs!.Value, 1e-6);
        Assert.True(fix.Fix.Chi2 < 1e-9);
        Assert.All(fix.Residuals, residual => Assert.Equal(MeasureUse.Used, residual.Use));
    }

    [Fact]
    public void The_speed_of_sound_is_found_where_the_declared_one_is_wrong()
    {
        // 1.39 km/s is two declared errors away; what is left of the pull of the declared value is a thousandth of a per cent of the speed.
        UltrasoundFix fix = new UltrasoundLocator(PositioningToys.Ultrasound).Locate(PositioningToys.Arrivals(s_source, 1.39));
        Assert.InRange(fix.SoundSpeedMmPerUs!.Value, 1.389, 1.391);
        Assert.True(fix.Fix!.Position.DistanceToMm(s_source) < 10.0);

        // Power: with the speed taken as known the same times make no place.
        UltrasoundFix believed = new UltrasoundLocator(PositioningToys.Ultrasound).Locate(PositioningToys.Arrivals(s_source, 1.39), new SoundSpeed(1.35, 1e-4));
        Assert.NotNull(believed.RefusedBecause);
    }

    [Fact]
    public void Temperature_moves_the_declared_speed()
    {
        Assert.Equal(1.35 - (4 * 0.0036), PositioningToys.Ultrasound.SoundSpeedAtMmPerUs(25.0), 1e-12);
        Assert.Equal(1.35, PositioningToys.Ultrasound.SoundSpeedAtMmPerUs(null), 1e-12);
    }

    [Theory]
    [InlineData(60.0)]
    [InlineData(300.0)]
    [InlineData(20_000.0)]
    public void Echoes_are_left_out(double delayUs)
    {
        ImmutableArray<UltrasoundArrival> heard = PositioningToys.Delay(PositioningToys.Delay(PositioningToys.Arrivals(s_source, 1.35), "R2", delayUs), "R7", 1.7 * delayUs);
        UltrasoundFix fix = new UltrasoundLocator(PositioningToys.Ultrasound).Locate(heard, s_known);
        Assert.True(fix.Fix!.Position.DistanceToMm(s_source) < 1.0);
        Assert.Equal(["R2", "R7"], fix.Residuals.Where(residual => residual.Use == MeasureUse.Rejected).Select(residual => residual.Receiver));

        // Power: without rejection there is no place.
        UltrasoundFix all = new UltrasoundLocator(PositioningToys.Ultrasound with { LeastReceivers = 8 }).Locate(heard, s_known);
        Assert.NotNull(all.RefusedBecause);
    }

    [Fact]
    public void Too_few_receivers_that_agree_are_refused_with_the_reason()
    {
        ImmutableArray<UltrasoundArrival> heard = PositioningToys.Arrivals(s_source, 1.35);
        for (int i = 1; i <= 4; i++)
        {
            heard = PositioningToys.Delay(heard, $"R{i}", 700.0 * i * i);
        }

        UltrasoundFix fix = new UltrasoundLocator(PositioningToys.Ultrasound).Locate(heard, s_known);
        Assert.Null(fix.Fix);
        Assert.Equal("no 5 of 8 receivers agree on a place", fix.RefusedBecause);
        Assert.Equal("4 receivers measured the source and at least 5 are needed", new UltrasoundLocator(PositioningToys.Ultrasound).Locate(heard[4..]).RefusedBecause);
    }

    [Fact]
    public void A_series_shares_its_speed_of_sound()
    {
        // Near the pole of the receivers one pulse hardly tells its height from the speed of sound; the others do.
        Position pole = new(70, 0, 16_900);
        ImmutableArray<UltrasoundPulse> pulses =
        [
            new UltrasoundPulse(PositioningToys.Arrivals(pole, 1.37)),
            .. Enumerable.Range(0, 9).Select(i => new UltrasoundPulse(PositioningToys.Arrivals(new Position(1_500 * i, 0, 1_000 * (i - 6)), 1.37))),
        ];
        UltrasoundSeries series = new UltrasoundSeriesLocator(PositioningToys.Ultrasound).Locate(pulses);
        double aloneMm = new UltrasoundLocator(PositioningToys.Ultrasound).Locate(pulses[0].Arrivals).Fix!.DistanceErrorMm;
        Assert.InRange(series.SoundSpeed.ValueMmPerUs, 1.3695, 1.3705);
        Assert.True(aloneMm > 100.0, $"{aloneMm}");
        Assert.True(series.Fixes[0].Fix!.DistanceErrorMm < 30.0, $"{series.Fixes[0].Fix!.DistanceErrorMm}");
        Assert.True(series.Fixes[0].Fix!.Position.DistanceToMm(pole) < 10.0);
    }

    [Fact]
    public void The_ellipsoid_has_the_variance_of_the_covariance()
    {
        PositionFix fix = new UltrasoundLocator(PositioningToys.Ultrasound).Locate(PositioningToys.Arrivals(s_source, 1.35)).Fix!;
        Assert.Equal(fix.DistanceErrorMm * fix.DistanceErrorMm, fix.Axes.Sum(axis => axis.SigmaMm * axis.SigmaMm), 1e-6);
        EllipsoidAxis longest = fix.Axes[0];
        Position tip = fix.Position + new Position(longest.SigmaMm * longest.Direction.XMm, longest.SigmaMm * longest.Direction.YMm, longest.SigmaMm * longest.Direction.ZMm);
        Assert.Equal(1.0, fix.SquaredDistanceChi2(tip), 1e-6);
        Assert.True(longest.SigmaMm >= fix.Axes[1].SigmaMm && fix.Axes[1].SigmaMm >= fix.Axes[2].SigmaMm);
    }
}
