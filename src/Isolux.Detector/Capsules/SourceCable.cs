using Isolux.Detector.Materials;

namespace Isolux.Detector.Capsules;

/// <summary>The cable a source hangs on: from above through connector and capsule down to the weight.</summary>
/// <param name="Material">What it is made of.</param>
/// <param name="DiameterMm">Its diameter, mm; 0 for none.</param>
/// <param name="Reflectivity">Fraction of the light on it that is reflected, diffusely.</param>
public sealed record SourceCable(MaterialComposition Material, double DiameterMm, double Reflectivity);
