using Isolux.Detector.Materials;

namespace Isolux.Detector.Capsules;

/// <summary>An upright solid cylinder, covered or bare.</summary>
/// <param name="Material">What the cylinder is made of.</param>
/// <param name="DiameterMm">Its diameter without the covering, mm.</param>
/// <param name="HeightMm">Its height without the covering, mm.</param>
/// <param name="Reflectivity">Fraction of the light on its outer surface that is reflected, diffusely (Lambert).</param>
/// <param name="Covering">What covers it; null for a bare one.</param>
public sealed record CoveredCylinder(MaterialComposition Material, double DiameterMm, double HeightMm, double Reflectivity, Covering? Covering)
{
    /// <summary>Height with the covering, mm.</summary>
    public double OuterHeightMm => HeightMm + (2.0 * (Covering?.ThicknessMm ?? 0.0));

    /// <summary>The solid and its covering as bodies about a height in mm, the inner one first.</summary>
    public IEnumerable<CapsuleBody> Bodies(string name, double middleMm)
    {
        UprightCylinder inner = UprightCylinder.About(middleMm, DiameterMm, HeightMm);
        yield return new CapsuleBody(name, inner, Material, Reflectivity);
        if (Covering is { } covering)
        {
            yield return new CapsuleBody(name + " covering", inner.Covered(covering.ThicknessMm), covering.Material, Reflectivity);
        }
    }
}
