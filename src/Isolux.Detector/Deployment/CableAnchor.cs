namespace Isolux.Detector.Deployment;

/// <summary>Where a side cable is fixed to the wall (cylindrical coordinates, mm).</summary>
public sealed record CableAnchor(double RhoMm, double ZMm);
