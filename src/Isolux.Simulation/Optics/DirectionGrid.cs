using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Isolux.Quantities;

namespace Isolux.Simulation.Optics;

/// <summary>
/// Directions from the detector centre sorted into the cells of a cube (six faces of N x N cells). Every cell lists the objects whose cone, widened by the
/// grid's margin, touches the cell: a path that turns by less than the margin about one of its points can meet only the objects listed for that point.
/// </summary>
internal sealed class DirectionGrid
{
    private readonly int _cellsPerSide;
    private readonly float _halfCells;
    private readonly int[] _first;
    private readonly int[] _items;
    private readonly ulong[] _occupied;

    /// <summary>Sorts cones given by a point on the axis and a half angle (below 60 degrees minus margin; wider ones are listed everywhere).</summary>
    public DirectionGrid(IReadOnlyList<(Position Axis, double HalfAngleRad)> cones, int cellsPerSide, double marginRad)
    {
        _cellsPerSide = cellsPerSide;
        _halfCells = 0.5f * cellsPerSide;
        MarginRad = (float)marginRad;
        // Rounding of the direction in single precision is 1e-7; a thousandth of the margin covers it many times.
        double safeMarginRad = marginRad * 1.001;
        (Position Axis, double RadiusRad)[] cells = Cells(cellsPerSide);
        _first = new int[cells.Length + 1];
        foreach ((int cell, int _) in Overlaps(cones, cells, cellsPerSide, safeMarginRad))
        {
            _first[cell + 1]++;
        }

        for (int cell = 0; cell < cells.Length; cell++)
        {
            _first[cell + 1] += _first[cell];
        }

        _items = new int[_first[^1]];
        int[] next = _first[..^1];
        foreach ((int cell, int item) in Overlaps(cones, cells, cellsPerSide, safeMarginRad))
        {
            _items[next[cell]++] = item;
        }

        _occupied = new ulong[(cells.Length / 64) + 1];
        for (int cell = 0; cell < cells.Length; cell++)
        {
            _occupied[cell >> 6] |= (_first[cell] < _first[cell + 1] ? 1ul : 0ul) << cell;
        }
    }

    /// <summary>How far a path may turn from the looked-up point, rad.</summary>
    public float MarginRad { get; }

    /// <summary>Whether there is nothing near the directions of a cell; quicker than to ask for what there is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsEmpty(int cell) => ((_occupied[cell >> 6] >> cell) & 1ul) == 0;

    /// <summary>Objects near the directions of a cell, in increasing order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<int> InCell(int cell) => InRange(RangeOf(cell));

    /// <summary>Where the list of a cell lies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int First, int End) RangeOf(int cell) => (_first[cell], _first[cell + 1]);

    /// <summary>The objects listed in a range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<int> InRange((int First, int End) range) => _items.AsSpan(range.First, range.End - range.First);

    /// <summary>The cell of a direction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CellOf(Float3 point)
    {
        float ax = MathF.Abs(point.X);
        float ay = MathF.Abs(point.Y);
        float az = MathF.Abs(point.Z);
        float along, u, v;
        int face;
        if (ax >= ay && ax >= az)
        {
            (along, u, v, face) = (ax, point.Y, point.Z, point.X >= 0 ? 0 : 1);
        }
        else if (ay >= az)
        {
            (along, u, v, face) = (ay, point.X, point.Z, point.Y >= 0 ? 2 : 3);
        }
        else
        {
            (along, u, v, face) = (az, point.X, point.Y, point.Z >= 0 ? 4 : 5);
        }

        float scale = _halfCells / along;
        int column = Math.Min((int)MathF.FusedMultiplyAdd(u, scale, _halfCells), _cellsPerSide - 1);
        int row = Math.Min((int)MathF.FusedMultiplyAdd(v, scale, _halfCells), _cellsPerSide - 1);
        return (((face * _cellsPerSide) + column) * _cellsPerSide) + row;
    }

    /// <summary>The cells of sixteen directions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> CellsOf(Float3Lanes point)
    {
        Vector512<float> ax = Vector512.Abs(point.X);
        Vector512<float> ay = Vector512.Abs(point.Y);
        Vector512<float> az = Vector512.Abs(point.Z);
        Vector512<float> onX = Vector512.GreaterThanOrEqual(ax, ay) & Vector512.GreaterThanOrEqual(ax, az);
        Vector512<float> onY = Vector512.AndNot(Vector512.GreaterThanOrEqual(ay, az), onX);
        Vector512<float> onXOrY = onX | onY;
        Vector512<float> main = Vector512.ConditionalSelect(onX, point.X, Vector512.ConditionalSelect(onY, point.Y, point.Z));
        Vector512<float> u = Vector512.ConditionalSelect(onX, point.Y, point.X);
        Vector512<float> v = Vector512.ConditionalSelect(onXOrY, point.Z, point.Y);
        Vector512<int> face = Vector512.AndNot(Vector512.Create(4), onXOrY.AsInt32()) + (onY.AsInt32() & Vector512.Create(2));
        face += Vector512.AndNot(Vector512<int>.One, Vector512.GreaterThanOrEqual(main, Vector512<float>.Zero).AsInt32());
        Vector512<float> half = Vector512.Create(_halfCells);
        Vector512<float> scale = half / Vector512.Abs(main);
        Vector512<int> side = Vector512.Create(_cellsPerSide);
        Vector512<int> last = side - Vector512<int>.One;
        Vector512<int> column = Vector512.Min(Vector512.ConvertToInt32(Vector512.FusedMultiplyAdd(u, scale, half)), last);
        Vector512<int> row = Vector512.Min(Vector512.ConvertToInt32(Vector512.FusedMultiplyAdd(v, scale, half)), last);
        return (((face * side) + column) * side) + row;
    }

    private static Position Direction(int face, double u, double v)
    {
        double sign = (face & 1) == 0 ? 1.0 : -1.0;
        return (face >> 1) switch
        {
            0 => new Position(sign, u, v),
            1 => new Position(u, sign, v),
            _ => new Position(u, v, sign),
        };
    }

    private static double AngleRad(Position left, Position right)
    {
        double cosine = ((left.XMm * right.XMm) + (left.YMm * right.YMm) + (left.ZMm * right.ZMm)) / (left.RadiusMm * right.RadiusMm);
        return Math.Acos(Math.Clamp(cosine, -1.0, 1.0));
    }

    private static (Position Axis, double RadiusRad)[] Cells(int cellsPerSide)
    {
        var cells = new (Position, double)[6 * cellsPerSide * cellsPerSide];
        double width = 2.0 / cellsPerSide;
        for (int cell = 0; cell < cells.Length; cell++)
        {
            int face = cell / (cellsPerSide * cellsPerSide);
            double u = -1.0 + (width * (cell / cellsPerSide % cellsPerSide));
            double v = -1.0 + (width * (cell % cellsPerSide));
            Position centre = Direction(face, u + (0.5 * width), v + (0.5 * width));
            double radius = 0.0;
            for (int corner = 0; corner < 4; corner++)
            {
                radius = Math.Max(radius, AngleRad(centre, Direction(face, u + (width * (corner & 1)), v + (width * (corner >> 1)))));
            }

            cells[cell] = (centre, radius);
        }

        return cells;
    }

    private static IEnumerable<(int Cell, int Item)> Overlaps(
        IReadOnlyList<(Position Axis, double HalfAngleRad)> cones, (Position Axis, double RadiusRad)[] cells, int cellsPerSide, double marginRad)
    {
        for (int item = 0; item < cones.Count; item++)
        {
            (Position axis, double halfAngle) = cones[item];
            double reach = halfAngle + marginRad;
            for (int face = 0; face < 6; face++)
            {
                (int uFirst, int uLast, int vFirst, int vLast) = Box(axis, reach, face, cellsPerSide);
                for (int u = uFirst; u <= uLast; u++)
                {
                    for (int v = vFirst; v <= vLast; v++)
                    {
                        int cell = (((face * cellsPerSide) + u) * cellsPerSide) + v;
                        if (AngleRad(axis, cells[cell].Axis) <= reach + cells[cell].RadiusRad)
                        {
                            yield return (cell, item);
                        }
                    }
                }
            }
        }
    }

    /// <summary>Cells of a face that a cone can touch: the tangent planes x - u z = 0 of the cone bound u, and so for v.</summary>
    private static (int UFirst, int ULast, int VFirst, int VLast) Box(Position axis, double reachRad, int face, int cellsPerSide)
    {
        double length = axis.RadiusMm;
        if (length == 0 || reachRad > 0.4)
        {
            return (0, cellsPerSide - 1, 0, cellsPerSide - 1);
        }

        double sign = (face & 1) == 0 ? 1.0 : -1.0;
        (double along, double u, double v) = (face >> 1) switch
        {
            0 => (sign * axis.XMm / length, axis.YMm / length, axis.ZMm / length),
            1 => (sign * axis.YMm / length, axis.XMm / length, axis.ZMm / length),
            _ => (sign * axis.ZMm / length, axis.XMm / length, axis.YMm / length),
        };
        double sine = Math.Sin(reachRad);
        // A face reaches at most 54.74 degrees from its own axis.
        if (Math.Acos(Math.Clamp(along, -1.0, 1.0)) > 0.9554 + reachRad || along <= sine)
        {
            return (0, -1, 0, -1);
        }

        (int First, int Last) Range(double across)
        {
            double spread = sine * Math.Sqrt(Math.Max(0.0, (along * along) + (across * across) - (sine * sine)));
            double denominator = (along * along) - (sine * sine);
            int first = (int)Math.Floor(0.5 * cellsPerSide * (1.0 + (((along * across) - spread) / denominator)));
            int last = (int)Math.Floor(0.5 * cellsPerSide * (1.0 + (((along * across) + spread) / denominator)));
            return (Math.Max(0, first - 1), Math.Min(cellsPerSide - 1, last + 1));
        }

        (int uFirst, int uLast) = Range(u);
        (int vFirst, int vLast) = Range(v);
        return (uFirst, uLast, vFirst, vLast);
    }
}
