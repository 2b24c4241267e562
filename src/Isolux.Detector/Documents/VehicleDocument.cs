namespace Isolux.Detector.Documents;

/// <summary>A self-driven vehicle on an umbilical.</summary>
/// <param name="PositionAccuracyM">Accuracy of a position, m.</param>
/// <param name="SpeedMPerMin">Speed, m/min.</param>
/// <param name="MaximumRadiusM">Largest distance from the centre, m.</param>
/// <param name="EntryZM">Height on the axis at which the umbilical enters, m.</param>
/// <param name="UmbilicalLengthM">Umbilical that can be paid out, m.</param>
/// <param name="UmbilicalSlackFactor">Umbilical paid out over the straight distance.</param>
/// <param name="Drive">Drive of the umbilical; nothing can be deployed without.</param>
public sealed record VehicleDocument(
    Measured PositionAccuracyM,
    Measured SpeedMPerMin,
    Measured MaximumRadiusM,
    Measured EntryZM,
    Measured UmbilicalLengthM,
    Measured UmbilicalSlackFactor,
    CableDriveDocument? Drive = null);
