using Isolux.Quantities;

namespace Isolux.Detector.Photosensors;

/// <summary>One photosensor: its channel, the centre of its equator and its type. Its axis points to the detector centre.</summary>
public sealed record Photosensor(ChannelId Channel, Position Centre, PhotosensorType Type);
