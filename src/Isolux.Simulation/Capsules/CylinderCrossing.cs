using Isolux.Detector.Capsules;
using Isolux.Quantities;
using Isolux.Simulation.Particles;

namespace Isolux.Simulation.Capsules;

/// <summary>Where straight lines meet upright cylinders; positions are relative to the source.</summary>
internal static class CylinderCrossing
{
    /// <summary>Piece of a line inside a cylinder, mm along the direction; from above to where the line misses it.</summary>
    public static (double FromMm, double ToMm) Chord(in UprightCylinder cylinder, in Position point, in UnitVector direction)
    {
        (double FromMm, double ToMm) missed = (double.PositiveInfinity, double.NegativeInfinity);
        double across = (direction.X * direction.X) + (direction.Y * direction.Y);
        double along = (point.XMm * direction.X) + (point.YMm * direction.Y);
        double outside = (point.XMm * point.XMm) + (point.YMm * point.YMm) - (cylinder.RadiusMm * cylinder.RadiusMm);
        double fromMm = double.NegativeInfinity;
        double toMm = double.PositiveInfinity;
        if (across > 0)
        {
            double discriminant = (along * along) - (across * outside);
            if (discriminant <= 0)
            {
                return missed;
            }

            double root = Math.Sqrt(discriminant);
            (fromMm, toMm) = ((-along - root) / across, (-along + root) / across);
        }
        else if (outside >= 0)
        {
            return missed;
        }

        if (direction.Z != 0)
        {
            double lowMm = (cylinder.LowMm - point.ZMm) / direction.Z;
            double highMm = (cylinder.HighMm - point.ZMm) / direction.Z;
            fromMm = Math.Max(fromMm, Math.Min(lowMm, highMm));
            toMm = Math.Min(toMm, Math.Max(lowMm, highMm));
        }
        else if (point.ZMm <= cylinder.LowMm || point.ZMm >= cylinder.HighMm)
        {
            return missed;
        }

        return fromMm < toMm ? (fromMm, toMm) : missed;
    }

    /// <summary>Whether a point lies inside.</summary>
    public static bool Contains(in UprightCylinder cylinder, in Position point) =>
        point.ZMm > cylinder.LowMm && point.ZMm < cylinder.HighMm
        && (point.XMm * point.XMm) + (point.YMm * point.YMm) < cylinder.RadiusMm * cylinder.RadiusMm;

    /// <summary>A length not above the distance to the surface, mm; exact inside, and outside beside a face or the mantle.</summary>
    public static double ClearanceMm(in UprightCylinder cylinder, in Position point)
    {
        double beyondMantleMm = point.RhoMm - cylinder.RadiusMm;
        double beyondFaceMm = Math.Max(cylinder.LowMm - point.ZMm, point.ZMm - cylinder.HighMm);
        return Math.Abs(Math.Max(beyondMantleMm, beyondFaceMm));
    }

    /// <summary>The outward normal at a point of the surface.</summary>
    public static UnitVector Normal(in UprightCylinder cylinder, in Position point)
    {
        double rhoMm = point.RhoMm;
        double toMantleMm = Math.Abs(rhoMm - cylinder.RadiusMm);
        double toLowMm = Math.Abs(point.ZMm - cylinder.LowMm);
        double toHighMm = Math.Abs(point.ZMm - cylinder.HighMm);
        return toMantleMm < Math.Min(toLowMm, toHighMm) ? new UnitVector(point.XMm / rhoMm, point.YMm / rhoMm, 0.0)
            : new UnitVector(0.0, 0.0, toHighMm < toLowMm ? 1.0 : -1.0);
    }
}
