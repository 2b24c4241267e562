using System.Collections.Immutable;
using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Detector.Photosensors;

namespace Isolux.Strategy.Reconstruction;

/// <summary>Constants of channels that need no calibration: gain 1, no offset, walk or spread of charge, dark rates as declared; what <see cref="IdealEvents"/> are read out with.</summary>
public static class IdealChannels
{
    /// <summary>The constants of all channels of a detector.</summary>
    public static ChannelConstantsPayload Of(DetectorDescription detector)
    {
        ArgumentNullException.ThrowIfNull(detector);
        ImmutableArray<Photosensor> sensors = detector.Photosensors;
        ChannelValues All(Func<Photosensor, double> value) => new([.. sensors.Select(value)], [.. sensors.Select(_ => 0.0)]);
        return new ChannelConstantsPayload(
            All(_ => 1.0), All(_ => 0.0), All(_ => 1.0), All(_ => 0.0), All(_ => 0.0), All(sensor => sensor.Type.DarkRateHz), [.. sensors.Select(_ => ChannelStatus.Good)], "simulation: ideal electronics");
    }
}
