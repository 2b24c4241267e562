namespace Isolux.Detector.Geometry;

/// <summary>One of the concentric shells, from the inside out: the medium that fills it and its outer radius in mm.</summary>
public sealed record SphericalShell(string Medium, double OuterRadiusMm);
