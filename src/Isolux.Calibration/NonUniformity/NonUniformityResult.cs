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
    private const double StepMm = 10.0;

    /// <summary>g at a radius (mm) and cos(theta).</summary>
    public double Evaluate(double radiusMm, double cosTheta) => Surface.Spline.Evaluate(CubedFraction(radiusMm), cosTheta);

    /// <summary>Standard error of g at a radius (mm) and cos(theta).</summary>
    public double StandardError(double radiusMm, double cosTheta) => Surface.StandardError(CubedFraction(radiusMm), cosTheta);

    /// <summary>|grad g| at a radius (mm) and cos(theta), 1/mm: by how much g changes when a source moves in its half plane.</summary>
    public double GradientPerMm(double radiusMm, double cosTheta)
    {
        double rhoMm = radiusMm * Math.Sqrt(Math.Max(0.0, 1.0 - (cosTheta * cosTheta)));
        double zMm = radiusMm * cosTheta;
        double byRho = (At(rhoMm + StepMm, zMm) - At(rhoMm - StepMm, zMm)) / (2.0 * StepMm);
        double byZ = (At(rhoMm, zMm + StepMm) - At(rhoMm, zMm - StepMm)) / (2.0 * StepMm);
        return Math.Sqrt((byRho * byRho) + (byZ * byZ));

        double At(double rho, double z)
        {
            Quantities.Position point = new(rho, 0.0, z);
            return Evaluate(point.RadiusMm, point.CosTheta);
        }
    }

    private double CubedFraction(double radiusMm)
    {
        double fraction = radiusMm / ReferenceRadiusMm;
        return fraction * fraction * fraction;
    }
}
