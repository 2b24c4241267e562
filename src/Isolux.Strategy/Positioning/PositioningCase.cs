using Isolux.Detector.Positioning;
using Isolux.Simulation.Positioning;

namespace Isolux.Strategy.Positioning;

/// <summary>What a closure simulates, and what is assumed when it is located.</summary>
internal sealed record PositioningCase
{
    /// <summary>What differs from the declared ultrasound.</summary>
    public UltrasoundTruth Ultrasound { get; init; } = new();

    /// <summary>What differs from the declared cameras.</summary>
    public CameraTruth Cameras { get; init; } = new();

    /// <summary>By how much the side cable has slipped, mm.</summary>
    public double SideSlipMm { get; init; }

    /// <summary>The ultrasonic system as those who locate believe it to be.</summary>
    public Func<UltrasoundSystem, UltrasoundSystem> Assume { get; init; } = system => system;

    /// <summary>The cameras as those who locate believe them to be.</summary>
    public Func<CameraArray, CameraArray> AssumeCameras { get; init; } = array => array;

    /// <summary>The same fraction of outliers in both systems.</summary>
    public static PositioningCase WithOutliers(double probability) =>
        new() { Ultrasound = new UltrasoundTruth { EchoProbability = probability }, Cameras = new CameraTruth { FalseSpotProbability = probability } };
}
