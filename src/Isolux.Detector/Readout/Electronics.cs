using System.Collections.Immutable;

namespace Isolux.Detector.Readout;

/// <summary>What makes pulses of photoelectrons and triggered events of pulses.</summary>
/// <param name="PulsePairResolutionNs">Photoelectrons of one channel that follow the first of a pulse within this time belong to the pulse, ns.</param>
/// <param name="TriggerDelayNs">From the start of the primary particle, or the flash of a laser, to the earliest trigger, ns.</param>
/// <param name="TriggerClockNs">Period of the clock the trigger waits for: events are triggered evenly up to this much later, ns. A laser triggers by itself, without waiting.</param>
/// <param name="PreTriggerNs">Length of the readout window before the trigger, ns; as long as the declared window of dark noise in all.</param>
/// <param name="Channels">Properties of the channels by type of photosensor.</param>
public sealed record Electronics(
    double PulsePairResolutionNs,
    double TriggerDelayNs,
    double TriggerClockNs,
    double PreTriggerNs,
    ImmutableSortedDictionary<string, ChannelSpread> Channels)
{
    /// <summary>The same electronics with channels that do not differ and have neither offset nor walk.</summary>
    public Electronics Nominal() => this with
    {
        Channels = Channels.ToImmutableSortedDictionary(
            channel => channel.Key,
            channel => new ChannelSpread(0.0, 0.0, channel.Value.SinglePeTailFraction, channel.Value.SinglePeTailMeanPe, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
            StringComparer.Ordinal),
    };
}
