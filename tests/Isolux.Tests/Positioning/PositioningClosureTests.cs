using Isolux.Campaign.Positioning;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Positioning;
using Isolux.Strategy.Positioning;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Positioning;

/// <summary>The closure of docs/validation/positioning.md with small statistics: 10 campaigns of about 29 sources with one source in ten of every kind wrong.</summary>
public sealed class PositioningClosureTests
{
    private const double PublishedMm = 30.0;
    private const int Campaigns = 10;

    [Fact]
    public void All_systems_reach_three_centimetres_and_their_ellipsoids_cover()
    {
        PositionTrial[] trials = Run(PositioningCase.WithOutliers(0.1));
        foreach (PositionQuality quality in new[]
        {
            PositionQuality.Of([.. trials.Select(trial => (trial.Truth, trial.Ultrasound.Fix))]),
            PositionQuality.Of([.. trials.Select(trial => (trial.Truth, trial.Cameras.Fix))]),
            PositionQuality.Of([.. trials.Select(trial => (trial.Truth, trial.Fused.Fix))]),
        })
        {
            Assert.True(quality.Quantile95Mm < 1.2 * PublishedMm, $"{quality.Quantile95Mm}");
            Assert.True(quality.RefusedFraction < 0.1, $"{quality.RefusedFraction}");

            // Sources of one campaign share survey and calibration, so coverage scatters by more than its binomial error: bounds are four such errors.
            Assert.InRange(quality.Within1Fraction, 0.58, 0.78);
            Assert.InRange(quality.Within2Fraction, 0.89, 0.99);
        }
    }

    [Fact]
    public void Without_rejection_the_closure_fails()
    {
        // Power companion: a locator that believes every receiver, its errors widened until all agree, is metres off where one in ten hears an echo.
        PositioningCase believing = PositioningCase.WithOutliers(0.1) with { Assume = system => system with { LeastReceivers = 8, TimeErrorUs = 5_000.0 } };
        PositionQuality quality = PositionQuality.Of([.. Run(believing).Select(trial => (trial.Truth, trial.Ultrasound.Fix))]);
        Assert.True(quality.Quantile95Mm > 10 * PublishedMm, $"{quality.Quantile95Mm}");
    }

    [Fact]
    public void A_wrong_speed_of_sound_is_found_by_the_series_and_ruins_a_locator_that_believes_the_declared_one()
    {
        PositioningCase wrong = new() { Ultrasound = new UltrasoundTruth { SoundSpeedMmPerUs = 1.385, EchoProbability = 0.0 } };
        PlanePoint[] points = [.. PlanePoint.Grid(PositioningToys.Juno, 5_000.0)];
        SoundSpeed found = new PositioningCampaign(PositioningToys.Juno, wrong, 3, 0).Locate(points, 2).SoundSpeed;
        StatisticalAssert.Agrees(found.ValueMmPerUs, found.ErrorMmPerUs, 1.385, 0.001);
        Assert.True(found.ErrorMmPerUs < 0.0005);

        PositioningCampaign believing = new(PositioningToys.Juno, wrong with { Assume = system => system with { SoundSpeedErrorMmPerUs = 1e-5, TimeErrorUs = 500.0 } }, 3, 0);
        PositionQuality quality = PositionQuality.Of([.. believing.Locate(points, 2).Trials.Select(trial => (trial.Truth, trial.Ultrasound.Fix))]);
        Assert.True(quality.Quantile95Mm > 10 * PublishedMm, $"{quality.Quantile95Mm}");
    }

    [Fact]
    public void A_slip_of_twenty_centimetres_is_flagged_and_none_is_not()
    {
        PositionTrial[] slipped = Run(new PositioningCase { SideSlipMm = 200.0 });
        PositionTrial[] sound = Run(new PositioningCase());
        Assert.True(slipped.Count(trial => trial.Fused.Verdict == FusionVerdict.CablesSlipped) >= 0.98 * slipped.Length);

        // A thousandth is expected by the test itself; five in 290 has a probability below 1e-4.
        Assert.True(sound.Count(trial => trial.Fused.Verdict == FusionVerdict.CablesSlipped) < 5);
    }

    [Fact]
    public void Results_do_not_depend_on_threads()
    {
        PlanePoint[] points = [.. PlanePoint.Grid(PositioningToys.Juno, 8_000.0)];
        Position[] Places(int threads) =>
            [.. new PositioningCampaign(PositioningToys.Juno, new PositioningCase(), 3, 0).Locate(points, threads).Trials.Select(trial => trial.Fused.Fix!.Position)];
        Assert.Equal(Places(1), Places(2));
    }

    private static PositionTrial[] Run(PositioningCase simulated)
    {
        PlanePoint[] points = [.. PlanePoint.Grid(PositioningToys.Juno, 5_000.0)];
        return [.. Enumerable.Range(0, Campaigns).SelectMany(campaign => new PositioningCampaign(PositioningToys.Juno, simulated, 7, (uint)campaign).Locate(points, 2).Trials)];
    }
}
