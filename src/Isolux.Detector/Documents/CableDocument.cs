namespace Isolux.Detector.Documents;

/// <summary>The cable of a source.</summary>
/// <param name="Material">Name of its material.</param>
/// <param name="DiameterMm">Diameter, mm; 0 for none.</param>
/// <param name="Reflectivity">Fraction of the light on it that is reflected, diffusely.</param>
public sealed record CableDocument(string Material, Measured DiameterMm, Measured Reflectivity);
