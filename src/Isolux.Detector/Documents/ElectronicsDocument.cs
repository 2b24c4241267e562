using System.Collections.Immutable;

namespace Isolux.Detector.Documents;

/// <summary>Pulses, trigger and channels.</summary>
/// <param name="PulsePairResolutionNs">Photoelectrons of one channel that follow the first of a pulse within this time belong to the pulse, ns.</param>
/// <param name="TriggerDelayNs">From the start of the primary particle, or the flash of a laser, to the earliest trigger, ns.</param>
/// <param name="TriggerClockNs">Period of the clock the trigger waits for, ns.</param>
/// <param name="PreTriggerNs">Length of the readout window before the trigger, ns.</param>
/// <param name="Channels">Properties of the channels by type of photosensor.</param>
public sealed record ElectronicsDocument(
    Measured PulsePairResolutionNs,
    Measured TriggerDelayNs,
    Measured TriggerClockNs,
    Measured PreTriggerNs,
    ImmutableSortedDictionary<string, ChannelSpreadDocument> Channels);
