namespace Isolux.Quantities;

/// <summary>A point in the detector frame: origin at the centre, z up, millimetres.</summary>
public readonly record struct Position(double XMm, double YMm, double ZMm)
{
    /// <summary>The centre of the detector.</summary>
    public static Position Centre => default;

    /// <summary>Distance from the centre in mm.</summary>
    public double RadiusMm => Math.Sqrt((XMm * XMm) + (YMm * YMm) + (ZMm * ZMm));

    /// <summary>Distance from the vertical axis in mm.</summary>
    public double RhoMm => Math.Sqrt((XMm * XMm) + (YMm * YMm));

    /// <summary>cos(theta) of the point seen from the centre; 1 at the centre itself.</summary>
    public double CosTheta
    {
        get
        {
            double radiusMm = RadiusMm;
            return radiusMm > 0 ? ZMm / radiusMm : 1.0;
        }
    }

    /// <summary>Azimuth in (-pi, pi] rad; 0 on the axis.</summary>
    public double PhiRad => Math.Atan2(YMm, XMm);

    /// <summary>A point from Cartesian coordinates in metres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is NaN or infinite.</exception>
    public static Position FromMetres(double x, double y, double z) => new(
        1000.0 * Finite.Require(x, nameof(x)),
        1000.0 * Finite.Require(y, nameof(y)),
        1000.0 * Finite.Require(z, nameof(z)));

    /// <summary>A point from radius (mm), cos(theta) and azimuth (rad).</summary>
    public static Position FromSpherical(double radiusMm, double cosTheta, double phiRad)
    {
        double rhoMm = radiusMm * Math.Sqrt(Math.Max(0.0, 1.0 - (cosTheta * cosTheta)));
        return new(rhoMm * Math.Cos(phiRad), rhoMm * Math.Sin(phiRad), radiusMm * cosTheta);
    }

    /// <summary>Component-wise sum.</summary>
    public static Position operator +(Position left, Position right) =>
        new(left.XMm + right.XMm, left.YMm + right.YMm, left.ZMm + right.ZMm);

    /// <summary>Component-wise difference.</summary>
    public static Position operator -(Position left, Position right) =>
        new(left.XMm - right.XMm, left.YMm - right.YMm, left.ZMm - right.ZMm);

    /// <summary>Distance to another point in mm.</summary>
    public double DistanceToMm(Position other) => (this - other).RadiusMm;
}
