namespace Isolux.Strategy.Report;

/// <summary>A cell of a <see cref="PlanePicture"/> by its middle.</summary>
/// <param name="XM">First coordinate in the plane, m.</param>
/// <param name="ZM">Height, m.</param>
/// <param name="Value">Its value.</param>
public sealed record PlaneCell(double XM, double ZM, double Value);
