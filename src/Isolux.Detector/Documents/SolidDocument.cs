namespace Isolux.Detector.Documents;

/// <summary>An upright solid cylinder.</summary>
/// <param name="Material">Name of its material.</param>
/// <param name="DiameterMm">Diameter without covering, mm.</param>
/// <param name="HeightMm">Height without covering, mm.</param>
/// <param name="Reflectivity">Fraction of the light on its outer surface that is reflected, diffusely.</param>
/// <param name="CoveringMaterial">Name of the material that covers it; none where bare.</param>
/// <param name="CoveringThicknessMm">Thickness of the covering, mm.</param>
public sealed record SolidDocument(
    string Material, Measured DiameterMm, Measured HeightMm, Measured Reflectivity, string? CoveringMaterial = null, Measured? CoveringThicknessMm = null);
