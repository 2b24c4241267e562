namespace Isolux.Detector.Documents;

/// <summary>A system that holds a source in a half plane with a central and a side cable.</summary>
/// <param name="PositionAccuracyM">Accuracy of a position, m.</param>
/// <param name="SpeedMPerMin">Effective speed, m/min.</param>
/// <param name="AnchorRadiusM">Distance of the side cables' anchors from the centre, m.</param>
/// <param name="AnchorThetasDegrees">Polar angles of the anchors, degrees.</param>
/// <param name="ChimneyRhoM">Distance of the central cable's entry from the axis, m.</param>
/// <param name="ChimneyZM">Height of the central cable's entry, m.</param>
/// <param name="MinimumSideCableAngleDegrees">Least angle of the side cable to the vertical, degrees.</param>
/// <param name="MaximumRadiusM">Largest distance of a source from the centre, m.</param>
/// <param name="PlanePhiDegrees">Azimuth of the half plane, degrees.</param>
/// <param name="Drive">Drive of the cables; nothing can be deployed without.</param>
public sealed record CableLoopDocument(
    Measured PositionAccuracyM,
    Measured SpeedMPerMin,
    Measured AnchorRadiusM,
    MeasuredList AnchorThetasDegrees,
    Measured ChimneyRhoM,
    Measured ChimneyZM,
    Measured MinimumSideCableAngleDegrees,
    Measured MaximumRadiusM,
    Measured PlanePhiDegrees,
    CableDriveDocument? Drive = null);
