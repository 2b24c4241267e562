namespace Isolux.Detector.Positioning;

/// <summary>How well the cables of a loop say where the source is.</summary>
/// <param name="LengthErrorMm">Error of a cable's length with its sag, mm.</param>
/// <param name="OutOfPlaneErrorMm">How far the source hangs beside the plane of its cables, mm.</param>
public sealed record CableReadout(double LengthErrorMm, double OutOfPlaneErrorMm);
