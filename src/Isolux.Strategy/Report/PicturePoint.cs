namespace Isolux.Strategy.Report;

/// <summary>A calibration point.</summary>
/// <param name="System">Name of the deployment system.</param>
/// <param name="XM">Signed distance from the axis in the plane of the system, m: positive for |phi| at most 90 degrees.</param>
/// <param name="ZM">Height, m.</param>
public sealed record PicturePoint(string System, double XM, double ZM);
