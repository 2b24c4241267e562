using Isolux.Calibration.Pairs;
using Isolux.Events.Samples;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Xunit;

namespace Isolux.Tests.Calibration;

public sealed class PairSelectorTests
{
    private static readonly PairSelectionSettings s_cuts = new() { PromptLowPe = 1000, PromptHighPe = 5000, DelayedLowPe = 2800, DelayedHighPe = 3200, MaximumDistanceMm = 1000 };

    [Theory]
    [InlineData(0.9e3, 0.0, 2000.0, 3000.0, 0)]
    [InlineData(1.1e3, 0.0, 2000.0, 3000.0, 1)]
    [InlineData(0.99e6, 0.0, 2000.0, 3000.0, 1)]
    [InlineData(1.01e6, 0.0, 2000.0, 3000.0, 0)]
    [InlineData(2e5, 1010.0, 2000.0, 3000.0, 0)]
    [InlineData(2e5, 990.0, 2000.0, 3000.0, 1)]
    [InlineData(2e5, 0.0, 900.0, 3000.0, 0)]
    [InlineData(2e5, 0.0, 2000.0, 3300.0, 0)]
    public void A_pair_passes_all_cuts(double delayNs, double distanceMm, double promptPe, double delayedPe, int expected)
    {
        TriggeredEvent[] events = [new(1e9, promptPe, Position.Centre), new(1e9 + delayNs, delayedPe, new Position(distanceMm, 0, 0))];
        Assert.Equal(expected, new PairSelector(s_cuts).Select(events, 2.0).Pairs.Length);
    }

    [Fact]
    public void Uncorrelated_events_are_accidental_pairs_at_the_rate_of_the_formula()
    {
        // 50 Hz of prompt-like and 50 Hz of delayed-like events (these are prompt-like as well) for 1000 s: 100 x 50 x 0.999 ms = 5.0 Hz, 5000 pairs, 1.4 %;
        // off time 0.45 %: four sigma.
        RandomSequence random = new(4, 0, RandomStream.Toy, 0, 0);
        List<TriggeredEvent> events = [];
        double timeNs = 0.0;
        while (timeNs < 1e12)
        {
            timeNs += 1e7 * random.NextExponential();
            events.Add(new TriggeredEvent(timeNs, random.NextDouble() < 0.5 ? 2000.0 : 3000.0, Position.Centre));
        }

        PairSelector selector = new(s_cuts);
        PairSelectionResult result = selector.Select([.. events], 1000.0);
        Assert.Equal(1.0, result.Pairs.Length / 4995.0, 4 * 0.018);
        Assert.Equal(0.0, (result.AccidentalCount - result.Pairs.Length) / Math.Sqrt(result.Pairs.Length + Math.Pow(result.AccidentalCountError, 2)), 4.0);
        Assert.Equal(4.995, selector.ExpectedAccidentalHz(100.0, 50.0), 1e-9);
    }

    [Fact]
    public void Events_out_of_order_are_refused() => Assert.Throws<ArgumentException>(() =>
        new PairSelector(s_cuts).Select([new(2.0, 1.0, Position.Centre), new(1.0, 1.0, Position.Centre)], 1.0));
}
