using Isolux.Detector.Geometry;
using Isolux.Quantities;

namespace Isolux.Simulation.Response;

/// <summary>
/// Fraction of the full solid angle that an opaque cylinder covers seen from a point, straight lines only.
/// </summary>
internal static class BarShadow
{
    private const double ThinRadiusMm = 150.0;
    private const int SurfaceCells = 24;

    /// <summary>Covered fraction of 4 pi.</summary>
    public static double SolidAngleFraction(OpaqueBar bar, Position point) =>
        bar.RadiusMm <= ThinRadiusMm ? ThinBar(bar, point) : SurfaceSum(bar, point);

    /// <summary>
    /// Thin bar: the side strip integrated in closed form, int 2 a h / d^3 ds = (2 a / h) [s/d], plus the near end face. The distance h from
    /// the bar's line is softened by its radius, where the strip formula stops being valid.
    /// </summary>
    private static double ThinBar(OpaqueBar bar, Position point)
    {
        Position along = bar.End - bar.Start;
        double lengthMm = along.RadiusMm;
        Position toStart = bar.Start - point;
        double startAlongMm = Dot(toStart, along) / lengthMm;
        double endAlongMm = startAlongMm + lengthMm;
        double startDistanceMm = toStart.RadiusMm;
        double h2 = Math.Max(0.0, (startDistanceMm * startDistanceMm) - (startAlongMm * startAlongMm));
        double softened2 = h2 + (bar.RadiusMm * bar.RadiusMm);
        double h = Math.Sqrt(h2);
        double strip = 2.0 * bar.RadiusMm * h / softened2
            * ((endAlongMm / Math.Sqrt((endAlongMm * endAlongMm) + softened2)) - (startAlongMm / Math.Sqrt((startAlongMm * startAlongMm) + softened2)));
        double faceDistance2 = (startAlongMm * startAlongMm) + softened2;
        double face = Math.PI * bar.RadiusMm * bar.RadiusMm * Math.Max(0.0, startAlongMm) / (faceDistance2 * Math.Sqrt(faceDistance2));
        return (strip + face) / (4.0 * Math.PI);
    }

    /// <summary>Thick bar: sum over the cells of its side and near end face that look towards the point.</summary>
    private static double SurfaceSum(OpaqueBar bar, Position point)
    {
        Position along = bar.End - bar.Start;
        double lengthMm = along.RadiusMm;
        (Position axis, Position first, Position second) = Frame(along, lengthMm);
        double solidAngle = 0;
        double cellAreaMm2 = 2.0 * Math.PI * bar.RadiusMm / SurfaceCells * (lengthMm / SurfaceCells);
        for (int turn = 0; turn < SurfaceCells; turn++)
        {
            (double sine, double cosine) = Math.SinCos(2.0 * Math.PI * (turn + 0.5) / SurfaceCells);
            Position normal = Combine(first, cosine, second, sine);
            for (int step = 0; step < SurfaceCells; step++)
            {
                Position cell = bar.Start + Scale(axis, (step + 0.5) / SurfaceCells * lengthMm) + Scale(normal, bar.RadiusMm);
                solidAngle += CellSolidAngle(cell, normal, cellAreaMm2, point);
            }

            for (int ring = 0; ring < SurfaceCells; ring++)
            {
                double radiusMm = (ring + 0.5) / SurfaceCells * bar.RadiusMm;
                double areaMm2 = 2.0 * Math.PI * radiusMm / SurfaceCells * (bar.RadiusMm / SurfaceCells);
                solidAngle += CellSolidAngle(bar.Start + Scale(normal, radiusMm), Scale(axis, -1.0), areaMm2, point);
            }
        }

        return Math.Min(0.5, solidAngle / (4.0 * Math.PI));
    }

    private static double CellSolidAngle(Position cell, Position normal, double areaMm2, Position point)
    {
        Position toPoint = point - cell;
        double distance2 = Dot(toPoint, toPoint) + areaMm2;
        return Math.Max(0.0, Dot(toPoint, normal)) * areaMm2 / (distance2 * Math.Sqrt(distance2));
    }

    private static (Position Axis, Position First, Position Second) Frame(Position along, double lengthMm)
    {
        Position axis = Scale(along, 1.0 / lengthMm);
        Position reference = Math.Abs(axis.ZMm) < 0.9 ? new Position(0, 0, 1) : new Position(1, 0, 0);
        Position across = Cross(axis, reference);
        Position first = Scale(across, 1.0 / across.RadiusMm);
        return (axis, first, Cross(axis, first));
    }

    private static double Dot(Position a, Position b) => (a.XMm * b.XMm) + (a.YMm * b.YMm) + (a.ZMm * b.ZMm);

    private static Position Scale(Position a, double factor) => new(a.XMm * factor, a.YMm * factor, a.ZMm * factor);

    private static Position Combine(Position a, double factorA, Position b, double factorB) => Scale(a, factorA) + Scale(b, factorB);

    private static Position Cross(Position a, Position b) => new(
        (a.YMm * b.ZMm) - (a.ZMm * b.YMm),
        (a.ZMm * b.XMm) - (a.XMm * b.ZMm),
        (a.XMm * b.YMm) - (a.YMm * b.XMm));
}
