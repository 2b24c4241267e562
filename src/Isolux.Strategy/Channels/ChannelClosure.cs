using System.Collections.Immutable;
using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Simulation.Readout;

namespace Isolux.Strategy.Channels;

/// <summary>Compares calibrated constants of channels with the simulated truth. Offsets are compared within a type and efficiencies within a kind, as they are defined.</summary>
public static class ChannelClosure
{
    /// <summary>Pulls of every quantity by type of photosensor, over the calibrated channels.</summary>
    /// <param name="constants">Calibrated constants.</param>
    /// <param name="truth">The channels as they are.</param>
    /// <param name="detector">The detector.</param>
    public static ImmutableArray<ChannelPulls> Pulls(ChannelConstantsPayload constants, ChannelBank truth, DetectorDescription detector)
    {
        ArgumentNullException.ThrowIfNull(constants);
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(detector);
        ImmutableArray<int> usable = [.. Enumerable.Range(0, constants.ChannelCount).Where(channel => constants.Statuses[channel] is ChannelStatus.Good or ChannelStatus.Noisy)];
        double[] offsetsNs = [.. truth.Channels.Select(channel => channel.TimeOffsetNs)];
        double[] efficiencies = [.. truth.Channels.Select(channel => channel.RelativeEfficiency)];
        foreach (IGrouping<string, int> type in usable.GroupBy(channel => detector.Photosensors[channel].Type.Name))
        {
            double meanNs = type.Average(channel => offsetsNs[channel]);
            foreach (int channel in type)
            {
                offsetsNs[channel] -= meanNs;
            }
        }

        foreach (IGrouping<int, int> kind in usable.GroupBy(channel => (int)detector.Photosensors[channel].Type.Kind))
        {
            double mean = kind.Average(channel => efficiencies[channel]);
            foreach (int channel in kind)
            {
                efficiencies[channel] /= mean;
            }
        }

        return
        [
            .. usable.GroupBy(channel => detector.Photosensors[channel].Type.Name).SelectMany(type => new[]
            {
                Of("gain", constants.Gain, channel => truth.Channels[channel].Gain, type),
                Of("single-photoelectron spread", constants.SinglePeSpread, channel => truth.Channels[channel].SinglePe.Spread, type),
                Of("relative efficiency", constants.RelativePde, channel => efficiencies[channel], type),
                Of("time offset / ns", constants.TimeOffsetNs, channel => offsetsNs[channel], type),
                Of("time walk / ns", constants.TimeWalkNs, channel => truth.Channels[channel].TimeWalkNs, type),
                Of("dark rate / Hz", constants.DarkRateHz, channel => truth.Channels[channel].DarkRateHz, type),
            }),
        ];
    }

    private static ChannelPulls Of(string quantity, ChannelValues measured, Func<int, double> truth, IGrouping<string, int> type)
    {
        int[] channels = [.. type.Where(channel => measured.Errors[channel] > 0)];
        return new ChannelPulls(
            quantity,
            type.Key,
            [.. channels.Select(channel => (measured.Values[channel] - truth(channel)) / measured.Errors[channel])],
            channels.Length == 0 ? 0.0 : channels.Average(channel => measured.Errors[channel]));
    }
}
