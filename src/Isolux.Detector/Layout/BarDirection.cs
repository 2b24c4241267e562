using System.Collections.Immutable;
using Isolux.Detector.Geometry;
using Isolux.Quantities;

namespace Isolux.Detector.Layout;

/// <summary>Direction of a radial bar seen from the centre, and its radius.</summary>
internal readonly record struct BarDirection(double ThetaRad, double PhiRad, double RadiusMm)
{
    /// <summary>The bars that come closer than a distance to a ring of the given polar angle on a sphere.</summary>
    public static ImmutableArray<BarDirection> Near(ImmutableArray<OpaqueBar> bars, double thetaRad, double sphereRadiusMm, double distanceMm) =>
    [
        .. bars.Select(bar => new BarDirection(Math.Atan2(bar.End.RhoMm, bar.End.ZMm), bar.End.PhiRad, bar.RadiusMm))
            .Where(bar => sphereRadiusMm * Math.Abs(bar.ThetaRad - thetaRad) < distanceMm + bar.RadiusMm),
    ];

    /// <summary>Distance from the bar's surface to a point on a sphere, mm (chord between the two directions less the bar's radius).</summary>
    public double DistanceMm(double thetaRad, double phiRad, double sphereRadiusMm)
    {
        double halfTheta = Math.Sin(0.5 * (thetaRad - ThetaRad));
        double halfPhi = Math.Sin(0.5 * (phiRad - PhiRad));
        double haversine = (halfTheta * halfTheta) + (Math.Sin(thetaRad) * Math.Sin(ThetaRad) * halfPhi * halfPhi);
        return (2.0 * sphereRadiusMm * Math.Sqrt(haversine)) - RadiusMm;
    }
}
