using System.Collections.Immutable;
using Isolux.Detector.Geometry;
using Isolux.Quantities;

namespace Isolux.Simulation.Optics;

/// <summary>All opaque bars as finite solid cylinders, found through a <see cref="DirectionGrid"/>.</summary>
internal sealed class BarField
{
    private const int CellsPerSide = 90;
    private const double MarginRad = 0.012;
    private readonly DirectionGrid _grid;
    private readonly Cylinder[] _cylinders;
    private readonly float _innerSquared;
    private readonly float _outerSquared;

    public BarField(ImmutableArray<OpaqueBar> bars)
    {
        _cylinders = new Cylinder[bars.Length];
        var cones = new (Position, double)[bars.Length];
        double inner = double.PositiveInfinity;
        double outer = 0.0;
        for (int i = 0; i < bars.Length; i++)
        {
            OpaqueBar bar = bars[i];
            Position span = bar.End - bar.Start;
            double length = span.RadiusMm;
            _cylinders[i] = new Cylinder(
                new Float3((float)bar.Start.XMm, (float)bar.Start.YMm, (float)bar.Start.ZMm),
                new Float3((float)(span.XMm / length), (float)(span.YMm / length), (float)(span.ZMm / length)),
                (float)length,
                (float)(bar.RadiusMm * bar.RadiusMm));
            inner = Math.Min(inner, InnerRadiusMm(bar));
            outer = Math.Max(outer, OuterRadiusMm(bar));
            cones[i] = (bar.Start + bar.End, HalfAngleRad(bar, Nearest(bar)));
        }

        _innerSquared = (float)(inner * inner);
        _outerSquared = (float)(outer * outer);
        _grid = new DirectionGrid(cones, CellsPerSide, MarginRad);
    }

    /// <summary>Squared radius below which there is no bar, mm^2.</summary>
    public float InnerSquared => _innerSquared;

    /// <summary>Squared radius beyond which there is no bar, mm^2.</summary>
    public float OuterSquared => _outerSquared;

    /// <summary>Which bars are near a direction.</summary>
    public DirectionGrid Grid => _grid;

    /// <summary>A radius below which there is nothing of a bar.</summary>
    public static double InnerRadiusMm(OpaqueBar bar) => Math.Max(0.0, Nearest(bar).RadiusMm - bar.RadiusMm);

    /// <summary>A radius beyond which there is nothing of a bar.</summary>
    public static double OuterRadiusMm(OpaqueBar bar) => Math.Max(bar.Start.RadiusMm, bar.End.RadiusMm) + bar.RadiusMm;

    /// <summary>The first bar on a path and the distance to it; (-1, length) where there is none.</summary>
    public (int Bar, float DistanceMm) FindFirst(Float3 position, Float3 direction, float radiusSquared, float along, float lengthMm)
    {
        PathWalk walk = PathWalk.Cut(radiusSquared, along, lengthMm, _innerSquared, _outerSquared, _grid.MarginRad);
        int best = -1;
        float nearest = lengthMm;
        for (int piece = 0; piece < walk.Pieces; piece++)
        {
            float middle = walk.StartMm + (walk.PieceMm * (piece + 0.5f));
            Float3 point = position.Advance(middle, direction);
            int cell = _grid.CellOf(point);
            if (!_grid.IsEmpty(cell))
            {
                Meet(_grid.InCell(cell), point, direction, middle, ref best, ref nearest);
            }


            if (best >= 0 && nearest <= walk.StartMm + (walk.PieceMm * (piece + 1)))
            {
                break;
            }
        }

        return (best, nearest);
    }

    /// <summary>Looks for a nearer bar among candidates.</summary>
    /// <param name="candidates">Bars to test.</param>
    /// <param name="point">A point on the path.</param>
    /// <param name="direction">Unit direction.</param>
    /// <param name="offsetMm">Distance along the path to the point.</param>
    /// <param name="best">The nearest bar so far, and after.</param>
    /// <param name="nearestMm">Its distance along the path.</param>
    public void Meet(ReadOnlySpan<int> candidates, Float3 point, Float3 direction, float offsetMm, ref int best, ref float nearestMm)
    {
        foreach (int bar in candidates)
        {
            float distance = offsetMm + Distance(_cylinders[bar], point, direction, offsetMm);
            if (distance < nearestMm)
            {
                (best, nearestMm) = (bar, distance);
            }
        }
    }

    /// <summary>The same by testing every bar: the slow oracle of the look-up.</summary>
    public (int Bar, float DistanceMm) FindFirstByBruteForce(Float3 position, Float3 direction, float lengthMm)
    {
        int best = -1;
        float nearest = lengthMm;
        for (int bar = 0; bar < _cylinders.Length; bar++)
        {
            float distance = Distance(_cylinders[bar], position, direction, 0.0f);
            if (distance < nearest)
            {
                (best, nearest) = (bar, distance);
            }
        }

        return (best, nearest);
    }

    /// <summary>The point of a bar's axis nearest to the detector centre.</summary>
    private static Position Nearest(OpaqueBar bar)
    {
        Position span = bar.End - bar.Start;
        double along = -Dot(bar.Start, span) / Dot(span, span);
        double fraction = Math.Clamp(along, 0.0, 1.0);
        return new Position(bar.Start.XMm + (fraction * span.XMm), bar.Start.YMm + (fraction * span.YMm), bar.Start.ZMm + (fraction * span.ZMm));
    }

    private static double Dot(Position left, Position right) => (left.XMm * right.XMm) + (left.YMm * right.YMm) + (left.ZMm * right.ZMm);

    /// <summary>Widest angle, seen from the detector centre, between the bar's middle and any of its points.</summary>
    private static double HalfAngleRad(OpaqueBar bar, Position nearest)
    {
        Position middle = bar.Start + bar.End;
        if (nearest.RadiusMm <= 2.0 * bar.RadiusMm || middle.RadiusMm == 0)
        {
            return Math.PI;
        }

        double half = 0.0;
        foreach (Position end in (ReadOnlySpan<Position>)[bar.Start, bar.End])
        {
            double cosine = Dot(middle, end) / (middle.RadiusMm * end.RadiusMm);
            half = Math.Max(half, Math.Acos(Math.Clamp(cosine, -1.0, 1.0)));
        }

        return half + Math.Asin(bar.RadiusMm * 1.0001 / nearest.RadiusMm);
    }

    /// <summary>
    /// Distance from <paramref name="point"/> (which may be negative, down to the start of the path) to where the path enters a cylinder; infinity if it does not.
    /// </summary>
    private static float Distance(in Cylinder cylinder, Float3 point, Float3 direction, float behindMm)
    {
        Float3 local = point - cylinder.Start;
        float height = Float3.Dot(local, cylinder.Axis);
        float climb = Float3.Dot(direction, cylinder.Axis);
        Float3 acrossLocal = local.Advance(-height, cylinder.Axis);
        Float3 acrossDirection = direction.Advance(-climb, cylinder.Axis);
        float a = Float3.Dot(acrossDirection, acrossDirection);
        float b = Float3.Dot(acrossLocal, acrossDirection);
        float c = Float3.Dot(acrossLocal, acrossLocal) - cylinder.RadiusSquared;
        float enter = float.NegativeInfinity;
        float leave = float.PositiveInfinity;
        if (a > 1e-9f)
        {
            float discriminant = MathF.FusedMultiplyAdd(b, b, -a * c);
            if (discriminant < 0.0f)
            {
                return float.PositiveInfinity;
            }

            float root = MathF.Sqrt(discriminant);
            enter = (-b - root) / a;
            leave = (root - b) / a;
        }
        else if (c > 0.0f)
        {
            return float.PositiveInfinity;
        }

        if (climb != 0.0f)
        {
            float bottom = -height / climb;
            float top = (cylinder.LengthMm - height) / climb;
            enter = MathF.Max(enter, MathF.Min(bottom, top));
            leave = MathF.Min(leave, MathF.Max(bottom, top));
        }
        else if (height < 0.0f || height > cylinder.LengthMm)
        {
            return float.PositiveInfinity;
        }

        return enter > leave || leave < -behindMm ? float.PositiveInfinity : MathF.Max(enter, -behindMm);
    }

    /// <summary>A solid cylinder: centre of one end face, unit axis, length and squared radius.</summary>
    private readonly record struct Cylinder(Float3 Start, Float3 Axis, float LengthMm, float RadiusSquared);
}
