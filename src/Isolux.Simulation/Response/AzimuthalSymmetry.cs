using Isolux.Detector.Geometry;
using Isolux.Quantities;

namespace Isolux.Simulation.Response;

/// <summary>The largest rotation symmetry about the vertical axis that a set of bars has.</summary>
internal static class AzimuthalSymmetry
{
    private const int HighestOrder = 60;
    private const double ToleranceMm = 1.0;

    /// <summary>Order n of the symmetry (a turn by 360/n degrees maps the set onto itself); 0 where every bar lies on the axis.</summary>
    public static int OrderOf(IReadOnlyList<OpaqueBar> bars)
    {
        List<Position> ends = bars.Select(bar => bar.End).Where(end => end.RhoMm > ToleranceMm).ToList();
        if (ends.Count == 0)
        {
            return 0;
        }

        for (int order = HighestOrder; order > 1; order--)
        {
            if (ends.TrueForAll(end => ends.Exists(other => Rotate(end, 2.0 * Math.PI / order).DistanceToMm(other) < ToleranceMm)))
            {
                return order;
            }
        }

        return 1;
    }

    private static Position Rotate(Position point, double angleRad)
    {
        (double sine, double cosine) = Math.SinCos(angleRad);
        return new Position((cosine * point.XMm) - (sine * point.YMm), (sine * point.XMm) + (cosine * point.YMm), point.ZMm);
    }
}
