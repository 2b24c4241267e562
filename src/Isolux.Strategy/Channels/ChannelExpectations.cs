using System.Collections.Immutable;
using Isolux.Calibration.Channels;
using Isolux.Detector;
using Isolux.Simulation.Response;

namespace Isolux.Strategy.Channels;

/// <summary>What a flash at the centre of a simulated detector should do in every channel.</summary>
public static class ChannelExpectations
{
    /// <summary>Expectations from the detector's response map; element i is channel i.</summary>
    /// <param name="detector">The detector.</param>
    /// <param name="map">Its response map.</param>
    public static ImmutableArray<ChannelExpectation> OfCentre(DetectorDescription detector, ResponseMap map)
    {
        ArgumentNullException.ThrowIfNull(detector);
        ArgumentNullException.ThrowIfNull(map);
        return [.. detector.Photosensors.Zip(map.Pattern.CentralLightRatios(), (sensor, ratio) => new ChannelExpectation(sensor.Type.Name, sensor.Type.Kind, ratio))];
    }
}
