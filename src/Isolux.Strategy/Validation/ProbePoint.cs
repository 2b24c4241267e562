using Isolux.Detector.Geometry;
using Isolux.Quantities;

namespace Isolux.Strategy.Validation;

/// <summary>A point at which maps are compared with micro simulation, and why there.</summary>
internal sealed record ProbePoint(string Why, Position Position)
{
    /// <summary>Points of a detector where a smooth map is hardest: off the axis, under and between bars, near the chimney, where total reflection sets in, and at the edge.</summary>
    public static ProbePoint[] Of(DetectorGeometry geometry)
    {
        double radiusMm = geometry.ScintillatorRadiusMm;
        List<ProbePoint> points =
        [
            new("centre", Position.Centre),
            new("off the axis", Position.FromSpherical(0.45 * radiusMm, 0.3, 1.0)),
            new("off the axis", Position.FromSpherical(0.75 * radiusMm, -0.55, 4.0)),
            new("largest response", Position.FromSpherical(0.875 * radiusMm, 0.42, 2.5)),
            new("total reflection sets in", Position.FromSpherical(0.91 * radiusMm, -0.2, 5.5)),
            new("beyond total reflection", Position.FromSpherical(0.95 * radiusMm, 0.71, 0.3)),
            new("edge of the fiducial volume", Position.FromSpherical(geometry.FiducialRadiusMm, -0.8, 3.0)),
            new("at the acrylic", Position.FromSpherical(0.99 * radiusMm, 0.15, 1.9)),
            new("south pole", Position.FromSpherical(0.95 * radiusMm, -1.0, 0.0)),
        ];
        OpaqueBar? bar = geometry.Bars.Where(b => b.End.RhoMm > b.RadiusMm).MinBy(b => Math.Abs(b.End.CosTheta));
        if (bar is not null)
        {
            points.Add(new("under a bar of the equator", Position.FromSpherical(0.97 * radiusMm, bar.End.CosTheta, bar.End.PhiRad)));
            points.Add(new("under a bar of the equator, deeper", Position.FromSpherical(0.92 * radiusMm, bar.End.CosTheta, bar.End.PhiRad)));
            points.Add(new("between bars of the equator", Position.FromSpherical(0.97 * radiusMm, bar.End.CosTheta, bar.End.PhiRad + (Math.PI / 30.0))));
        }

        OpaqueBar? chimney = geometry.Bars.FirstOrDefault(b => b.End.RhoMm <= b.RadiusMm);
        if (chimney is not null)
        {
            points.Add(new("under the chimney", Position.FromSpherical(0.97 * radiusMm, 1.0, 0.0)));
            points.Add(new("under the chimney, deeper", Position.FromSpherical(0.90 * radiusMm, 1.0, 0.0)));
            points.Add(new("beside the chimney", Position.FromSpherical(0.97 * radiusMm, 0.995, 0.7)));
        }

        return [.. points];
    }
}
