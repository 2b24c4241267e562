namespace Isolux.Detector.Documents;

/// <summary>A system that lowers a source along the vertical axis.</summary>
/// <param name="PositionAccuracyM">Accuracy of a position, m.</param>
/// <param name="SpeedMPerMin">Speed, m/min.</param>
/// <param name="MaximumAbsZM">Largest distance from the centre, m.</param>
/// <param name="ParkZM">Height of the park position above the centre, m.</param>
/// <param name="Drive">Drive of the cables; nothing can be deployed without.</param>
/// <param name="Turntable">Turntable with its spools; left out where there is one spool only.</param>
public sealed record AxisSystemDocument(
    Measured PositionAccuracyM, Measured SpeedMPerMin, Measured MaximumAbsZM, Measured ParkZM, CableDriveDocument? Drive = null, TurntableDocument? Turntable = null);
