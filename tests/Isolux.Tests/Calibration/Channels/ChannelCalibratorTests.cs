using System.Collections.Immutable;
using Isolux.Calibration.Channels;
using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Detector.Photosensors;
using Isolux.Detector.Readout;
using Isolux.Events.Hits;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Readout;
using Isolux.Simulation.Samples;
using Isolux.Strategy.Channels;
using Isolux.Testing.Events;
using Isolux.Tests.Readout;
using Isolux.Tests.Response;
using Xunit;

namespace Isolux.Tests.Calibration.Channels;

/// <summary>
/// Constants of channels close on the simulated truth, in a detector of 2,000 large and 3,000 small channels with spread efficiencies and dead channels. Fixed seed. The full-size closure is a
/// section of the validation.
/// </summary>
public sealed class ChannelCalibratorTests(ChannelClosureSample sample) : IClassFixture<ChannelClosureSample>
{
    // Errors are asymptotic: with some hundred pulses per channel means of pulls are a few hundredths off.
    private const double LargestMean = 0.15;
    private const double LargestWidthDifference = 0.1;

    [Theory]
    [InlineData("large")]
    [InlineData("small")]
    public void Pulls_have_mean_zero_and_width_one(string type)
    {
        foreach (ChannelPulls pulls in sample.Pulls(sample.Constants).Where(pulls => pulls.Type == type))
        {
            RunningMoments moments = ChannelClosureSample.Moments(pulls);
            Assert.True(IsStandard(moments), $"{type} {pulls.Quantity}: mean {moments.Mean:F3}, width {moments.StandardDeviation:F3} of {moments.Count}.");
        }
    }

    [Fact]
    public void Constants_off_by_a_third_of_their_error_or_with_wrong_errors_are_rejected()
    {
        ChannelConstantsPayload constants = sample.Constants;
        foreach (ChannelPulls pulls in sample.Pulls(constants))
        {
            Assert.False(IsStandard(ChannelClosureSample.Moments(pulls with { Pulls = [.. pulls.Pulls.Select(pull => pull + 0.33)] })));
            Assert.False(IsStandard(ChannelClosureSample.Moments(pulls with { Pulls = [.. pulls.Pulls.Select(pull => 1.25 * pull)] })));
        }
    }

    [Fact]
    public void Dead_and_noisy_channels_are_flagged_and_no_other()
    {
        int large = ChannelClosureSample.Detector.Photosensors.Count(sensor => sensor.Type.Kind == SensorKind.Lpmt);
        for (int channel = 0; channel < large; channel++)
        {
            ChannelTruth truth = sample.Truth.Channels[channel];
            ChannelStatus expected = truth.IsDead ? ChannelStatus.Dead : truth.IsNoisy ? ChannelStatus.Noisy : ChannelStatus.Good;
            Assert.Equal(expected, sample.Constants.Statuses[channel]);
        }

        Assert.Equal(0.0, sample.Constants.RelativePde.Values[sample.Constants.Statuses.IndexOf(ChannelStatus.Dead)]);
    }

    [Fact]
    public void Threads_and_batches_do_not_matter()
    {
        ChannelConstantsPayload one = sample.Calibrate(1, 500);
        ChannelConstantsPayload two = sample.Calibrate(2, 70);
        Assert.Equal(one.Gain.Values, two.Gain.Values);
        Assert.Equal(one.TimeOffsetNs.Values, two.TimeOffsetNs.Values);
    }

    [Fact]
    public void A_run_without_window_or_with_other_channels_is_refused()
    {
        MemoryEvents silent = new(sample.Dim.Run with { Window = null });
        MemoryEvents other = new(sample.Dim.Run with { ChannelCount = 7 });
        MemoryEvents late = new(sample.Dim.Run with { Window = new ReadoutWindow(-20, 500) });
        late.Write(sample.Dim.Batches[0], []);
        Assert.Throws<InvalidOperationException>(() => sample.Calibrator(1).Calibrate([silent], "x", null, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => sample.Calibrator(1).Calibrate([other], "x", null, CancellationToken.None));
        Assert.Contains("opens earlier", Assert.Throws<InvalidOperationException>(() => sample.Calibrator(1).Calibrate([late], "x", null, CancellationToken.None)).Message, StringComparison.Ordinal);
    }

    private static bool IsStandard(RunningMoments moments) =>
        Math.Abs(moments.Mean) < LargestMean && Math.Abs(moments.StandardDeviation - 1.0) < LargestWidthDifference;
}
