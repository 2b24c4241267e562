using Isolux.Detector.Geometry;
using Isolux.Numerics.Random;
using Isolux.Quantities;

namespace Isolux.Testing.Response;

/// <summary>The solid angle of a solid cylinder by counting straight rays: slow and obvious.</summary>
public static class RayShadow
{
    /// <summary>Fraction of 4 pi that the cylinder covers seen from a point outside it, with its binomial error.</summary>
    public static (double Fraction, double Error) Count(OpaqueBar bar, Position point, int rays)
    {
        // Rays fill the cone about the middle of the bar that holds all of it.
        Position middle = new(
            0.5 * (bar.Start.XMm + bar.End.XMm), 0.5 * (bar.Start.YMm + bar.End.YMm), 0.5 * (bar.Start.ZMm + bar.End.ZMm));
        double boundMm = Math.Sqrt(Math.Pow(0.5 * bar.Start.DistanceToMm(bar.End), 2) + (bar.RadiusMm * bar.RadiusMm));
        double distanceMm = point.DistanceToMm(middle);
        double cosOpening = distanceMm > boundMm ? Math.Sqrt(1.0 - Math.Pow(boundMm / distanceMm, 2)) : -1.0;
        Position axis = Scale(middle - point, 1.0 / distanceMm);
        Position across = Math.Abs(axis.ZMm) < 0.9 ? Unit(Cross(axis, new(0, 0, 1))) : Unit(Cross(axis, new(1, 0, 0)));
        Position third = Cross(axis, across);
        RandomSequence random = new(1, 0, RandomStream.Toy, 0, 0);
        int hits = 0;
        for (int i = 0; i < rays; i++)
        {
            double cosine = cosOpening + ((1.0 - cosOpening) * random.NextDouble());
            double sine = Math.Sqrt(1.0 - (cosine * cosine));
            (double sinPhi, double cosPhi) = Math.SinCos(2.0 * Math.PI * random.NextDouble());
            Position direction = Scale(axis, cosine) + Scale(across, sine * cosPhi) + Scale(third, sine * sinPhi);
            hits += Meets(bar, point, direction) ? 1 : 0;
        }

        double cone = 0.5 * (1.0 - cosOpening);
        double hitFraction = (double)hits / rays;
        return (cone * hitFraction, cone * Math.Sqrt(hitFraction * (1.0 - hitFraction) / rays));
    }

    private static bool Meets(OpaqueBar bar, Position point, Position direction)
    {
        Position axis = Unit(bar.End - bar.Start);
        double lengthMm = bar.Start.DistanceToMm(bar.End);
        Position from = point - bar.Start;
        double alongRay = Dot(direction, axis);
        double alongStart = Dot(from, axis);
        Position d = direction - Scale(axis, alongRay);
        Position p = from - Scale(axis, alongStart);
        double a = Dot(d, d);
        double b = Dot(p, d);
        double c = Dot(p, p) - (bar.RadiusMm * bar.RadiusMm);
        double discriminant = (b * b) - (a * c);
        if (a > 0 && discriminant >= 0)
        {
            double distance = (-b - Math.Sqrt(discriminant)) / a;
            double height = alongStart + (distance * alongRay);
            if (distance > 0 && height >= 0 && height <= lengthMm)
            {
                return true;
            }
        }

        foreach (double face in new[] { 0.0, lengthMm })
        {
            double distance = (face - alongStart) / alongRay;
            Position at = p + Scale(d, distance);
            if (distance > 0 && Dot(at, at) <= bar.RadiusMm * bar.RadiusMm)
            {
                return true;
            }
        }

        return false;
    }

    private static double Dot(Position a, Position b) => (a.XMm * b.XMm) + (a.YMm * b.YMm) + (a.ZMm * b.ZMm);

    private static Position Scale(Position a, double factor) => new(factor * a.XMm, factor * a.YMm, factor * a.ZMm);

    private static Position Unit(Position a) => Scale(a, 1.0 / a.RadiusMm);

    private static Position Cross(Position a, Position b) => new(
        (a.YMm * b.ZMm) - (a.ZMm * b.YMm), (a.ZMm * b.XMm) - (a.XMm * b.ZMm), (a.XMm * b.YMm) - (a.YMm * b.XMm));
}
