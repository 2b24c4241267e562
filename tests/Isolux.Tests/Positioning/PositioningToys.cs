using System.Collections.Immutable;
using Isolux.Campaign.Positioning;
using Isolux.Detector;
using Isolux.Detector.Positioning;
using Isolux.Quantities;
using Isolux.Storage.Documents;

namespace Isolux.Tests.Positioning;

/// <summary>Measures without noise, written down independently of the code under test.</summary>
internal static class PositioningToys
{
    public static DetectorDescription Juno { get; } = DetectorLoader.Load("juno", []);

    public static UltrasoundSystem Ultrasound => Juno.Positioning!.Ultrasound!;

    /// <summary>Exact arrivals at the declared receivers.</summary>
    public static ImmutableArray<UltrasoundArrival> Arrivals(Position source, double speedMmPerUs, double clockUs = 0.0) =>
    [
        .. Ultrasound.Receivers.Select(receiver => new UltrasoundArrival(
            receiver.Name, clockUs + (receiver.Position.DistanceToMm(source + new Position(0, 0, Ultrasound.EmitterAboveSourceMm)) / speedMmPerUs))),
    ];

    /// <summary>The same arrivals with one receiver later.</summary>
    public static ImmutableArray<UltrasoundArrival> Delay(ImmutableArray<UltrasoundArrival> arrivals, string receiver, double delayUs) =>
        [.. arrivals.Select(arrival => arrival.Receiver == receiver ? arrival with { TimeUs = arrival.TimeUs + delayUs } : arrival)];
}
