namespace Isolux.Calibration.Channels;

/// <summary>What one run says of every channel; arrays indexed by channel.</summary>
/// <param name="Events">Flashes of the run.</param>
/// <param name="Timing">Where its light lies.</param>
/// <param name="Pulses">Flashes in which the channel answered.</param>
/// <param name="DarkCounts">Pulses before the flash.</param>
/// <param name="Charges">Occupancy, gain and spread.</param>
/// <param name="Times">Offset and walk.</param>
internal sealed record RunEstimates(int Events, FlashTiming Timing, int[] Pulses, int[] DarkCounts, ChargeEstimates[] Charges, TimeEstimates[] Times)
{
    /// <summary>Fraction of flashes in which a channel answered.</summary>
    public double Occupancy(int channel) => (double)Pulses[channel] / Events;

    /// <summary>Time in which dark noise was counted, ns.</summary>
    public double DarkExposureNs => Events * Timing.DarkNs;
}
