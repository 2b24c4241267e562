namespace Isolux.Detector.Documents;

/// <summary>A laser beam of the transparency monitor.</summary>
/// <param name="LaunchRadiusM">Distance of the end of the fibre from the centre, m.</param>
/// <param name="LaunchThetaDegrees">Its polar angle.</param>
/// <param name="LaunchPhiDegrees">Its azimuth.</param>
/// <param name="AimXM">Point the collimator points at, x in m; refraction on the way is left to the light.</param>
/// <param name="AimYM">The same, y in m.</param>
/// <param name="AimZM">The same, z in m.</param>
/// <param name="Source">Where the beam is described.</param>
/// <param name="Assumption">True where nobody published it; reports list it.</param>
public sealed record BeamDocument(
    double LaunchRadiusM,
    double LaunchThetaDegrees,
    double LaunchPhiDegrees,
    double AimXM,
    double AimYM,
    double AimZM,
    string Source,
    bool Assumption = false);
