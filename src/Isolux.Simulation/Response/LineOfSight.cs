using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Geometry;
using Isolux.Detector.Photosensors;
using Isolux.Quantities;
using Isolux.Simulation.Optics;

namespace Isolux.Simulation.Response;

/// <summary>
/// How much of a sensor opaque bars hide from a point near the edge. Direct light stays in the plane of centre, point and sensor, so the bars that stand radially are discs
/// on the sky and a path is the piece of a great circle from where it leaves the shell the bars stand on (by Snell's law) to the sensor. The sky about the point is drawn
/// with the equal-area radius 2 sin(gamma/2), in which such paths are straight.
/// </summary>
internal sealed class LineOfSight
{
    // Farther bars hide narrow strips of single sensors, which the mean over all positions describes.
    private const double BarReachRad = 0.21;
    private const double InnermostFraction = 0.75;
    private const double LargestAngleRad = 0.70;
    private const int GridCellsPerSide = 24;
    private const float NoPath = -1.0f;
    private const int ExitStride = PatternGrid.Rows * PatternGrid.AngularCells;
    private readonly float[] _exits = [];
    private readonly float[] _sensorHalfWidths = new float[2];
    private readonly NearBar[] _discs;
    private readonly Float3[] _directions;
    private readonly DirectionGrid? _near;
    private readonly float _innermostMm;

    public LineOfSight(DetectorDescription detector, PatternGrid grid)
    {
        ImmutableArray<OpaqueBar> bars = detector.Geometry?.Bars ?? [];
        double[] startsMm = [.. bars.Select(bar => bar.Start.RadiusMm).Distinct()];
        _directions = [.. bars.Select(Direction)];
        _discs = [.. bars.Select(bar => new NearBar(
            0.0f,
            0.0f,
            (float)(2.0 * bar.RadiusMm / (bar.Start.RadiusMm + bar.End.RadiusMm)),
            (float)(bar.RadiusMm / bar.Start.RadiusMm),
            Array.IndexOf(startsMm, bar.Start.RadiusMm) * ExitStride))];
        _innermostMm = (float)(InnermostFraction * grid.OuterRadiusMm);
        if (bars.IsEmpty || detector.Photosensors.IsEmpty)
        {
            return;
        }

        MostNear = Enumerable.Range(0, bars.Length).Max(bar => Enumerable.Range(0, bars.Length).Count(other => MayShare(bar, other)));
        _near = new DirectionGrid([.. bars.Zip(_discs, (bar, disc) => (bar.End, BarReachRad + disc.HalfWidth))], GridCellsPerSide, 1e-4);
        double targetMm = detector.Photosensors.Average(sensor => sensor.Centre.RadiusMm - (0.5 * sensor.Type.SemiAxisAlongMm));
        _exits = new float[startsMm.Length * ExitStride];
        Array.Fill(_exits, NoPath);
        for (int start = 0; start < startsMm.Length; start++)
        {
            DirectPath path = new(detector, startsMm[start], targetMm);
            for (int row = FirstRow(grid); row < PatternGrid.Rows; row++)
            {
                path.FillExits(
                    grid.RadiusMm(row), LargestAngleRad, _exits.AsSpan((start * ExitStride) + (row * PatternGrid.AngularCells), PatternGrid.AngularCells));
            }
        }

        foreach (Photosensor sensor in detector.Photosensors)
        {
            // A strip hides most of a disc at its middle: an interval of pi/4 of the radius has the same area and the same maximum.
            int family = sensor.Type.Kind == SensorKind.Lpmt ? 0 : 1;
            _sensorHalfWidths[family] = (float)(0.25 * Math.PI * sensor.Type.SemiAxisAcrossMm / sensor.Centre.RadiusMm);
        }
    }

    /// <summary>Most bars that <see cref="Near"/> can find.</summary>
    public int MostNear { get; }

    /// <summary>Angle from a point within which bars are looked for, with room for the widest, rad.</summary>
    public double ReachRad => BarReachRad + 0.01 + _discs.Max(disc => disc.HalfWidth);

    /// <summary>Directions of the bars that are wider than a large PMT.</summary>
    public IEnumerable<Float3> WideBars => _directions.Where((_, bar) => IsWide(_discs[bar]));

    /// <summary>First row of a pattern from where bars are looked for.</summary>
    public int FirstRow(PatternGrid grid) => Enumerable.Range(0, PatternGrid.Rows).First(row => grid.RadiusMm(row) >= _innermostMm);

    /// <summary>The bars about a point, in its frame.</summary>
    /// <param name="frame">Frame whose third axis points from the centre to the point.</param>
    /// <param name="radiusMm">Radius of the point.</param>
    /// <param name="near">Receives the bars.</param>
    /// <returns>Number of bars.</returns>
    public int Near(in SkyFrame frame, double radiusMm, Span<NearBar> near)
    {
        if (_near is null || radiusMm < _innermostMm)
        {
            return 0;
        }

        int count = 0;
        foreach (int bar in _near.InCell(_near.CellOf(frame.Third)))
        {
            NearBar disc = _discs[bar];
            float halfChord = PatternGrid.HalfChord(Float3.Dot(_directions[bar], frame.Third));
            if (2.0f * halfChord < BarReachRad + disc.HalfWidth)
            {
                (float x, float y) = frame.Flatten(_directions[bar], halfChord);
                near[count++] = disc with { X = x, Y = y };
            }
        }

        return count;
    }

    /// <summary>Fraction of a sensor that bars hide from the direct light of a point.</summary>
    /// <param name="row">Row of the pattern.</param>
    /// <param name="frame">Frame of the point.</param>
    /// <param name="sensor">Direction of the sensor from the centre.</param>
    /// <param name="halfChord">Its s.</param>
    /// <param name="family">0 for large, 1 for small PMTs.</param>
    /// <param name="bars">Bars about the point.</param>
    /// <param name="wide">Whether a bar wider than a large PMT takes part.</param>
    public float HiddenFraction(int row, in SkyFrame frame, Float3 sensor, float halfChord, int family, ReadOnlySpan<NearBar> bars, out bool wide)
    {
        wide = false;
        int cell = (row * PatternGrid.AngularCells) + PatternGrid.Angular(halfChord);
        if (bars.Length == 0 || _exits[cell] < 0.0f || halfChord <= 0.0f)
        {
            return 0.0f;
        }

        float reach = 2.0f * halfChord;
        float inverse = 1.0f / reach;
        (float x, float y) = frame.Flatten(sensor, halfChord);
        x *= inverse;
        y *= inverse;
        float sensorHalfWidth = _sensorHalfWidths[family];
        float free = 1.0f;
        for (int i = 0; i < bars.Length; i++)
        {
            ref readonly NearBar bar = ref bars[i];
            float touch = bar.FootHalfWidth + sensorHalfWidth;
            if (MathF.Abs((bar.X * y) - (bar.Y * x)) < touch)
            {
                float along = (bar.X * x) + (bar.Y * y);
                float exit = _exits[bar.Exits + cell];
                float nearest = MathF.Min(MathF.Max(along, exit), reach);
                float distance2 = (bar.X * bar.X) + (bar.Y * bar.Y) + (nearest * (nearest - (2.0f * along)));

                // At the foot the bar is nearer to the centre and looks wider; the light of the whole sensor narrows towards the point.
                float halfWidth = along <= exit ? bar.FootHalfWidth : bar.HalfWidth;
                float beam = MathF.Max(sensorHalfWidth * nearest * inverse, 1e-4f);
                float overlap = 0.5f * (halfWidth + beam - MathF.Sqrt(MathF.Max(0.0f, distance2))) / beam;
                if (overlap > 0.0f)
                {
                    free *= 1.0f - MathF.Min(overlap, MathF.Min(1.0f, halfWidth / beam));
                    wide |= IsWide(bar);
                }
            }
        }

        return 1.0f - free;
    }

    private bool IsWide(in NearBar bar) => bar.HalfWidth > _sensorHalfWidths[0];

    /// <summary>Whether some point can have both bars near it.</summary>
    private bool MayShare(int left, int right) =>
        2.0f * PatternGrid.HalfChord(Float3.Dot(_directions[left], _directions[right])) < (2.0 * BarReachRad) + _discs[left].HalfWidth + _discs[right].HalfWidth;

    private static Float3 Direction(OpaqueBar bar)
    {
        double inverse = 1.0 / bar.End.RadiusMm;
        return new Float3((float)(bar.End.XMm * inverse), (float)(bar.End.YMm * inverse), (float)(bar.End.ZMm * inverse));
    }

    /// <summary>A bar on the sky about a point: place, half width at its middle and at its foot, as 2 sin(angle/2), and where the table of exits to its foot begins.</summary>
    internal readonly record struct NearBar(float X, float Y, float HalfWidth, float FootHalfWidth, int Exits);
}
