using Isolux.Detector.Materials;

namespace Isolux.Detector.Capsules;

/// <summary>A body of a source as gammas, electrons and light meet it. Where bodies overlap the first of their list counts.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Shape">Where it is, relative to the source.</param>
/// <param name="Material">What it is made of.</param>
/// <param name="Reflectivity">Fraction of the light on its surface that is reflected, diffusely.</param>
public sealed record CapsuleBody(string Name, UprightCylinder Shape, MaterialComposition Material, double Reflectivity);
