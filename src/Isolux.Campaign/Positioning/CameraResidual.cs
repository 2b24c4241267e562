namespace Isolux.Campaign.Positioning;

/// <summary>How well a spot fits the place.</summary>
/// <param name="Camera">Name of the camera.</param>
/// <param name="ResidualUPx">Spot less the one expected, to the right, pixels.</param>
/// <param name="ResidualVPx">The same downwards, pixels.</param>
/// <param name="Use">Whether it entered the fix.</param>
public sealed record CameraResidual(string Camera, double ResidualUPx, double ResidualVPx, MeasureUse Use);
