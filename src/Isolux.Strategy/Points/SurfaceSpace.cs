using System.Collections.Immutable;
using Isolux.Numerics.Interpolation;

namespace Isolux.Strategy.Points;

/// <summary>Coordinates and smoothing in which points are compared: those of a surface fitted to a full set, kept while points come and go.</summary>
/// <param name="ReferenceRadiusMm">R of x = (r/R)^3, mm.</param>
/// <param name="XScaling">Scaling of x.</param>
/// <param name="YScaling">Scaling of cos(theta).</param>
/// <param name="Lambda">Smoothing.</param>
internal sealed record SurfaceSpace(double ReferenceRadiusMm, AxisScaling XScaling, AxisScaling YScaling, double Lambda)
{
    /// <summary>Those of a surface.</summary>
    public static SurfaceSpace Of(ThinPlateSplineFit surface, double referenceRadiusMm) =>
        new(referenceRadiusMm, surface.Spline.XScaling, surface.Spline.YScaling, surface.Lambda);

    public double X(CandidatePoint point) => X(point.RadiusMm);

    public double U(CandidatePoint point) => XScaling.Apply(X(point));

    public double U(double radiusMm) => XScaling.Apply(X(radiusMm));

    public double V(double cosTheta) => YScaling.Apply(cosTheta);

    /// <summary>Residual non-uniformity of a set of points at this smoothing, rms over the target (fraction).</summary>
    public double ResidualRms(ImmutableArray<CandidatePoint> points, ResponseTarget target)
    {
        var spline = ThinPlateSpline.Smooth(
            XScaling,
            YScaling,
            [.. points.Select(X)],
            [.. points.Select(point => point.CosTheta)],
            [.. points.Select(point => point.Ratio)],
            [.. points.Select(point => Lambda * point.Error * point.Error)]);
        double[] differences = [.. target.Ratio.Select((ratio, i) => (spline.Evaluate(X(target.RadiusMm[i]), target.CosTheta[i]) / ratio) - 1.0)];
        double mean = differences.Average();
        return Math.Sqrt(differences.Average(d => (d - mean) * (d - mean)));
    }

    private double X(double radiusMm) => Math.Pow(radiusMm / ReferenceRadiusMm, 3);
}
