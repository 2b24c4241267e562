namespace Isolux.Strategy.Report;

/// <summary>A calibration point of a surface.</summary>
/// <param name="System">Name of the deployment system.</param>
/// <param name="RadiusM">Radius, m.</param>
/// <param name="CosTheta">Cosine of the polar angle.</param>
public sealed record SurfacePoint(string System, double RadiusM, double CosTheta);
