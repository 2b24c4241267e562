namespace Isolux.Campaign.Positioning;

/// <summary>Where a camera sees a light, from the middle of its image.</summary>
/// <param name="Camera">Name of the camera.</param>
/// <param name="UPx">To the right, pixels.</param>
/// <param name="VPx">Downwards, pixels.</param>
public sealed record CameraSpot(string Camera, double UPx, double VPx);
