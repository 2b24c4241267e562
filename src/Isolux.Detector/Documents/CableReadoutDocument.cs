namespace Isolux.Detector.Documents;

/// <summary>How well the cables of a loop say where the source is.</summary>
/// <param name="LengthErrorM">Error of a cable's length with its sag, m.</param>
/// <param name="OutOfPlaneErrorM">How far the source hangs beside the plane of its cables, m.</param>
public sealed record CableReadoutDocument(Measured LengthErrorM, Measured OutOfPlaneErrorM);
