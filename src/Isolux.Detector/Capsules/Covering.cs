using Isolux.Detector.Materials;

namespace Isolux.Detector.Capsules;

/// <summary>A layer on all sides of a solid.</summary>
/// <param name="Material">What it is made of.</param>
/// <param name="ThicknessMm">Its thickness, mm.</param>
public sealed record Covering(MaterialComposition Material, double ThicknessMm);
