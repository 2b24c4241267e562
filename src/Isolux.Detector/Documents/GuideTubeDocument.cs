namespace Isolux.Detector.Documents;

/// <summary>A tube along a great circle outside the vessel.</summary>
/// <param name="PositionAccuracyM">Accuracy of a position, m.</param>
/// <param name="SpeedMPerMin">Speed along the tube, m/min.</param>
/// <param name="TubeRadiusM">Distance of the tube from the centre, m.</param>
/// <param name="MinimumThetaDegrees">Smallest polar angle, degrees.</param>
/// <param name="MaximumThetaDegrees">Largest polar angle, degrees.</param>
/// <param name="PhisDegrees">Azimuths of the tube's halves, degrees.</param>
/// <param name="Drive">Drive of the cables; nothing can be deployed without.</param>
public sealed record GuideTubeDocument(
    Measured PositionAccuracyM,
    Measured SpeedMPerMin,
    Measured TubeRadiusM,
    Measured MinimumThetaDegrees,
    Measured MaximumThetaDegrees,
    MeasuredList PhisDegrees,
    CableDriveDocument? Drive = null);
