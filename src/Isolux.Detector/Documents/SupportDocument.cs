namespace Isolux.Detector.Documents;

/// <summary>Radial, opaque support bars that stand on nodes of the vessel.</summary>
/// <param name="Nodes">CSV table with the columns thetaDegrees, nodes, firstPhiDegrees: rings of equally spaced nodes.</param>
/// <param name="BarRadiusM">Radius of a bar, m.</param>
/// <param name="StartRadiusM">Distance of the inner end from the centre, m.</param>
/// <param name="EndRadiusM">Distance of the outer end from the centre, m.</param>
public sealed record SupportDocument(string Nodes, Measured BarRadiusM, Measured StartRadiusM, Measured EndRadiusM);
