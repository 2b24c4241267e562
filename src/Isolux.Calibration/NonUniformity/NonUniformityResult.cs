using System.Collections.Immutable;
using Isolux.Numerics.Interpolation;

namespace Isolux.Calibration.NonUniformity;

/// <summary>The calibrated surface g(r, theta) and what it was made from.</summary>
/// <param name="Surface">Thin-plate spline in x = (r/R)^3, y = cos(theta), with its errors; normalised to 1 at the centre.</param>
/// <param name="ReferenceRadiusMm">R of x = (r/R)^3, mm.</param>
/// <param name="Points">Every point used, in the order given.</param>
/// <param name="Refused">Points that do not enter the surface, with the reason.</param>
public sealed record NonUniformityResult(
    ThinPlateSplineFit Surface,
    double ReferenceRadiusMm,
    ImmutableArray<NonUniformityPoint> Points,
    ImmutableArray<NonUniformityPoint> Refused)
{
    /// <summary>g at a radius (mm) and cos(theta).</summary>
    public double Evaluate(double radiusMm, double cosTheta) => Surface.Spline.Evaluate(CubedFraction(radiusMm), cosTheta);

    /// <summary>Standard error of g at a radius (mm) and cos(theta).</summary>
    public double StandardError(double radiusMm, double cosTheta) => Surface.StandardError(CubedFraction(radiusMm), cosTheta);

    private double CubedFraction(double radiusMm)
    {
        double fraction = radiusMm / ReferenceRadiusMm;
        return fraction * fraction * fraction;
    }
}
