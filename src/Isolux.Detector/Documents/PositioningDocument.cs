namespace Isolux.Detector.Documents;

/// <summary>What measures where a source is.</summary>
/// <param name="Ultrasound">Ultrasonic receivers.</param>
/// <param name="Cameras">Cameras.</param>
/// <param name="Cables">Cable lengths.</param>
public sealed record PositioningDocument(UltrasoundDocument? Ultrasound = null, CamerasDocument? Cameras = null, CableReadoutDocument? Cables = null);
