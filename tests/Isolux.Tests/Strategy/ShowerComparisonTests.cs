using Isolux.Detector.Geometry;
using Isolux.Numerics.Distributions;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Response;
using Isolux.Strategy.Validation;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Strategy;

/// <summary>Toys with a known answer: showers with a tail of escapes, whose light is scored with noise.</summary>
public sealed class ShowerComparisonTests
{
    private const double FalseAlarm = 1e-4;

    [Fact]
    public void The_same_light_gives_no_difference_within_the_stated_errors()
    {
        ShowerComparison.Outcome outcome = Toys(3, 1000, 1.0, 1.0);
        StatisticalAssert.Agrees(outcome.MeanDifferenceFraction, outcome.MeanError, 0.0, 0.0, FalseAlarm);
        StatisticalAssert.Agrees(outcome.WidthDifferenceFraction, outcome.WidthError, 0.0, 0.0, FalseAlarm);
        Assert.InRange(outcome.MeanError, 0.0, 0.001);
        Assert.InRange(outcome.WidthError, 0.0, 0.006);
    }

    [Fact]
    public void A_map_half_a_percent_too_bright_or_two_percent_too_wide_is_seen()
    {
        ShowerComparison.Outcome bright = Toys(4, 1000, 1.005, 1.0);
        StatisticalAssert.RejectsMutant("0.5 % too bright", () => StatisticalAssert.Agrees(bright.MeanDifferenceFraction, bright.MeanError, 0.0, 0.0, FalseAlarm));
        ShowerComparison.Outcome wide = Toys(5, 1000, 1.0, 1.03);
        Assert.InRange(wide.WidthDifferenceFraction, 0.01, 0.04);
        StatisticalAssert.RejectsMutant("2 % too wide", () => StatisticalAssert.Agrees(wide.WidthDifferenceFraction, wide.WidthError, 0.0, 0.0, FalseAlarm));
    }

    [Fact]
    public void Random_points_lie_in_their_region()
    {
        DetectorGeometry geometry = new([new SphericalShell("liquidScintillator", 17_700)], [], OuterBoundary.Absorbs, 17_200);
        foreach (ProbeRegion region in ProbeRegion.Of(geometry))
        {
            Assert.All(region.Draw(17_700, 7), point =>
            {
                Assert.InRange(point.RadiusMm, (region.InnerFraction * 17_700) - 1e-6, (region.OuterFraction * 17_700) + 1e-6);
                Assert.InRange(point.CosTheta, region.LowestCosTheta, region.HighestCosTheta);
            });
            Assert.Equal(region.Draw(17_700, 7), region.Draw(17_700, 7));
            Assert.NotEqual(region.Draw(17_700, 7), region.Draw(17_700, 8));
        }
    }

    // A fifth of the showers lose up to a quarter of 1,800 PE; detection probabilities of 0.2 give a scored variance of a fifth of the light.
    private static ShowerComparison.Outcome Toys(ulong seed, int count, double brightness, double stretch)
    {
        const double weight = 0.2;
        double[] expected = new double[count];
        ScoredLight[] scored = new ScoredLight[count];
        for (int i = 0; i < count; i++)
        {
            RandomSequence random = new(seed, 0, RandomStream.Toy, (uint)i, 0);
            double lost = random.NextDouble() < 0.2 ? 0.25 * random.NextDouble() : 0.0;
            double truth = 1800.0 * (1.0 - lost + (0.01 * random.NextNormal()));
            int detected = Poisson.Sample(truth / weight, ref random);
            scored[i] = new ScoredLight(weight * detected, weight * weight * detected);
            expected[i] = brightness * (1755.0 + (stretch * (truth - 1755.0)));
        }

        return ShowerComparison.Summarise(expected, scored);
    }
}
