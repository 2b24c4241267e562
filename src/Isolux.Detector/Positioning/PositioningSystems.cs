namespace Isolux.Detector.Positioning;

/// <summary>What measures where a source is.</summary>
/// <param name="Ultrasound">Ultrasonic receivers; null where there are none.</param>
/// <param name="Cameras">Cameras; null where there are none.</param>
/// <param name="Cables">Cable lengths; null where they are not read out.</param>
public sealed record PositioningSystems(UltrasoundSystem? Ultrasound, CameraArray? Cameras, CableReadout? Cables);
