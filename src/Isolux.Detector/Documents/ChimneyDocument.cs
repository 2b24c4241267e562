namespace Isolux.Detector.Documents;

/// <summary>The opaque chimney along +z.</summary>
/// <param name="RadiusM">Radius, m.</param>
/// <param name="StartRadiusM">Height of the lower end above the centre, m.</param>
/// <param name="EndRadiusM">Height of the upper end above the centre, m.</param>
public sealed record ChimneyDocument(Measured RadiusM, Measured StartRadiusM, Measured EndRadiusM);
