using Isolux.Detector.Geometry;

namespace Isolux.Simulation.Response;

/// <summary>An opaque cylinder on the vertical axis, and whether rays meet it.</summary>
internal sealed class AxialBar(OpaqueBar bar)
{
    private readonly double _lowMm = Math.Min(bar.Start.ZMm, bar.End.ZMm);
    private readonly double _highMm = Math.Max(bar.Start.ZMm, bar.End.ZMm);
    private readonly double _innerMm = Math.Min(Math.Abs(bar.Start.ZMm), Math.Abs(bar.End.ZMm));

    /// <summary>A bound on |cos(polar angle)| of the end of a ray of a cone, below which it cannot have met the bar.</summary>
    public double ReachCosine(RayCone cone)
    {
        double before = 0.0;
        for (int i = 0; i < cone.Angles.Length && cone.RadiiMm[i] <= _innerMm; i++)
        {
            before = cone.Angles[i];
        }

        // From the bar, whose rim lies asin(a/r) off the axis, a ray sweeps no more than what is left of its central angle.
        double reach = cone.Angles[^1] - before + Math.Asin(Math.Min(1.0, bar.RadiusMm / _innerMm));
        return Math.Cos(Math.Min(reach, 0.5 * Math.PI));
    }

    /// <summary>Whether the ray of a cone meets the bar.</summary>
    /// <param name="cone">The cone.</param>
    /// <param name="cosTheta">Cosine of the polar angle of its point.</param>
    /// <param name="sinTheta">Its sine.</param>
    /// <param name="cosAzimuth">Cosine of the ray's azimuth about the radius of the point, 1 towards the upper pole.</param>
    public bool Meets(RayCone cone, double cosTheta, double sinTheta, double cosAzimuth)
    {
        double sinAzimuth = Math.Sqrt(1.0 - (cosAzimuth * cosAzimuth));
        double x = cone.StartRadiusMm * sinTheta;
        double y = 0;
        double z = cone.StartRadiusMm * cosTheta;
        for (int i = 0; i < cone.Angles.Length; i++)
        {
            (double sine, double cosine) = Math.SinCos(cone.Angles[i]);
            double nextX = cone.RadiiMm[i] * ((sinTheta * cosine) - (cosTheta * sine * cosAzimuth));
            double nextY = cone.RadiiMm[i] * sine * sinAzimuth;
            double nextZ = cone.RadiiMm[i] * ((cosTheta * cosine) + (sinTheta * sine * cosAzimuth));
            if (Crosses(x, y, z, nextX - x, nextY - y, nextZ - z))
            {
                return true;
            }

            (x, y, z) = (nextX, nextY, nextZ);
        }

        return false;
    }

    // The part of the segment between the end faces, then its closest approach to the axis.
    private bool Crosses(double x, double y, double z, double dx, double dy, double dz)
    {
        double from = 0.0;
        double to = 1.0;
        if (dz == 0.0)
        {
            to = z >= _lowMm && z <= _highMm ? 1.0 : -1.0;
        }
        else
        {
            double low = (_lowMm - z) / dz;
            double high = (_highMm - z) / dz;
            from = Math.Max(0.0, Math.Min(low, high));
            to = Math.Min(1.0, Math.Max(low, high));
        }

        if (from > to)
        {
            return false;
        }

        double across2 = (dx * dx) + (dy * dy);
        double closest = across2 > 0.0 ? Math.Clamp(-((x * dx) + (y * dy)) / across2, from, to) : from;
        double closestX = x + (closest * dx);
        double closestY = y + (closest * dy);
        return (closestX * closestX) + (closestY * closestY) < bar.RadiusMm * bar.RadiusMm;
    }
}
