using Isolux.Detector.Geometry;
using Isolux.Quantities;

namespace Isolux.Simulation.Response;

/// <summary>How much of the solid angle opaque cylinders on the axis (a chimney) cover, seen from a point.</summary>
public static class AxialObstruction
{
    /// <summary>Covered fraction of 4 pi; 0 where nothing stands on the axis.</summary>
    public static double SolidAngleFraction(DetectorGeometry geometry, Position point) =>
        geometry.Bars.Where(bar => AzimuthalSymmetry.OrderOf([bar]) == 0).Sum(bar => BarShadow.SolidAngleFraction(bar, point));
}
