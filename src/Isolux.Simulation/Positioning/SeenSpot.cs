namespace Isolux.Simulation.Positioning;

/// <summary>A simulated spot.</summary>
/// <param name="Camera">Name of the camera.</param>
/// <param name="UPx">To the right of the middle of the image, pixels.</param>
/// <param name="VPx">Below it, pixels.</param>
/// <param name="Origin">What was seen.</param>
public sealed record SeenSpot(string Camera, double UPx, double VPx, SignalOrigin Origin);
