namespace Isolux.Detector.Documents;

/// <summary>A capsule.</summary>
/// <param name="ActiveDiameterMm">Diameter of the cylinder in its middle in which decays happen, evenly, mm.</param>
/// <param name="ActiveHeightMm">Its height, mm.</param>
/// <param name="Body">Solid cylinder and shell.</param>
public sealed record CapsuleDocument(Measured ActiveDiameterMm, Measured ActiveHeightMm, SolidDocument Body);
