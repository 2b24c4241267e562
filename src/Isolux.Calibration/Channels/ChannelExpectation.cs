using Isolux.Detector.Photosensors;

namespace Isolux.Calibration.Channels;

/// <summary>What is known of a channel before it is calibrated.</summary>
/// <param name="Type">Name of its type of photosensor: channels of one type share the shape of their times.</param>
/// <param name="Kind">Large or small.</param>
/// <param name="LightRatio">Light of the flash it should detect over the mean of its kind, from the light map.</param>
public readonly record struct ChannelExpectation(string Type, SensorKind Kind, double LightRatio);
