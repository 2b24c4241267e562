using Isolux.Detector.Photosensors;

namespace Isolux.Events.Hits;

/// <summary>One photoelectron: the channel it was made in and the time it left the photosensor.</summary>
/// <param name="Channel">Readout channel.</param>
/// <param name="TimeNs">Time since the primary particle of the event started, transit-time spread included, ns.</param>
public readonly record struct Hit(ChannelId Channel, double TimeNs);
