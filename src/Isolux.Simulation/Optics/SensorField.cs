using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Isolux.Detector.Photosensors;
using Isolux.Quantities;

namespace Isolux.Simulation.Optics;

/// <summary>
/// All photosensors as ellipsoids of revolution, found through a <see cref="DirectionGrid"/>. A half ellipsoid is sensitive on its front and closed by an opaque
/// disc at its equator; a whole one is sensitive all round.
/// </summary>
internal sealed class SensorField
{
    private const int AcceptanceCells = 1024;
    private const int CellsPerSide = 220;
    private const double MarginRad = 0.006;
    private readonly DirectionGrid _grid;
    private readonly Bulb[] _bulbs;
    private readonly byte[] _type;
    private readonly Shape[] _shapes;
    private readonly LaneTable _acrossSquared;
    private readonly LaneTable _stretch;
    private readonly LaneTable _whole;
    private readonly float[] _detection;
    private readonly float[] _acceptance;
    private readonly int _wavelengths;
    private readonly float _innerSquared;
    private readonly float _outerSquared;

    public SensorField(ImmutableArray<Photosensor> sensors, WavelengthGrid grid, double opticalEfficiency)
    {
        PhotosensorType[] types = [.. sensors.Select(s => s.Type).Distinct()];
        _wavelengths = grid.Count;
        _bulbs = new Bulb[sensors.Length];
        _type = new byte[sensors.Length];
        _shapes = new Shape[types.Length];
        _detection = new float[types.Length * grid.Count];
        _acceptance = new float[types.Length * (AcceptanceCells + 1)];
        for (int t = 0; t < types.Length; t++)
        {
            double across = types[t].SemiAxisAcrossMm;
            double squash = across / types[t].SemiAxisAlongMm;
            _shapes[t] = new Shape((float)(across * across), (float)((squash * squash) - 1.0), types[t].WholeEllipsoid);
            for (int i = 0; i < grid.Count; i++)
            {
                _detection[(t * grid.Count) + i] = (float)(types[t].PhotonDetectionEfficiency.Evaluate(grid.WavelengthNm(i)) * opticalEfficiency);
            }

            for (int i = 0; i <= AcceptanceCells; i++)
            {
                double cosine = types[t].WholeEllipsoid ? ((2.0 * i) / AcceptanceCells) - 1.0 : (double)i / AcceptanceCells;
                _acceptance[(t * (AcceptanceCells + 1)) + i] = (float)types[t].Acceptance.Evaluate(Math.Acos(cosine) * (180.0 / Math.PI));
            }
        }

        _acrossSquared = new LaneTable(_shapes.Select(s => s.AcrossSquared));
        _stretch = new LaneTable(_shapes.Select(s => s.Stretch));
        _whole = new LaneTable(_shapes.Select(s => s.Whole ? 1.0f : 0.0f));
        double inner = double.PositiveInfinity;
        double outer = 0.0;
        var cones = new (Position, double)[sensors.Length];
        for (int i = 0; i < sensors.Length; i++)
        {
            Position centre = sensors[i].Centre;
            PhotosensorType type = sensors[i].Type;
            double radius = centre.RadiusMm;
            double reach = Math.Max(type.SemiAxisAcrossMm, type.SemiAxisAlongMm);
            _bulbs[i] = new Bulb(new Float3((float)centre.XMm, (float)centre.YMm, (float)centre.ZMm), (float)(1.0 / radius));
            _type[i] = (byte)Array.IndexOf(types, type);
            cones[i] = (centre, Math.Asin(Math.Min(1.0, reach * 1.0001 / radius)));
            inner = Math.Min(inner, radius - reach);
            outer = Math.Max(outer, radius + reach);
        }

        _innerSquared = (float)(inner * inner);
        _outerSquared = (float)(outer * outer);
        _grid = new DirectionGrid(cones, CellsPerSide, MarginRad);
    }

    /// <summary>Squared radius below which there is no sensor, mm^2.</summary>
    public float InnerSquared => _innerSquared;

    /// <summary>Squared radius beyond which there is no sensor, mm^2.</summary>
    public float OuterSquared => _outerSquared;

    /// <summary>Which sensors are near a direction.</summary>
    public DirectionGrid Grid => _grid;

    /// <summary>Place of every sensor.</summary>
    public ReadOnlySpan<Bulb> Bulbs => _bulbs;

    /// <summary>Type of every sensor.</summary>
    public ReadOnlySpan<byte> Types => _type;

    /// <summary>The first sensor on a path: finds the nearest hit below <paramref name="lengthMm"/>.</summary>
    /// <param name="position">Start of the path.</param>
    /// <param name="direction">Unit direction.</param>
    /// <param name="radiusSquared">Squared radius of the start, mm^2.</param>
    /// <param name="along">Position times direction, mm.</param>
    /// <param name="lengthMm">Length of the path.</param>
    public SensorHit FindFirst(Float3 position, Float3 direction, float radiusSquared, float along, float lengthMm)
    {
        PathWalk walk = PathWalk.Cut(radiusSquared, along, lengthMm, _innerSquared, _outerSquared, _grid.MarginRad);
        var best = new SensorHit(-1, lengthMm, 0.0f);
        for (int piece = 0; piece < walk.Pieces; piece++)
        {
            float middle = walk.StartMm + (walk.PieceMm * (piece + 0.5f));
            Float3 point = position.Advance(middle, direction);
            foreach (int sensor in _grid.InCell(_grid.CellOf(point)))
            {
                Meet(sensor, point, direction, middle, ref best);
            }

            if (best.Sensor >= 0 && best.DistanceMm <= walk.StartMm + (walk.PieceMm * (piece + 1)))
            {
                break;
            }
        }

        return best;
    }

    /// <summary>The same by testing every sensor: the slow oracle of the look-up.</summary>
    public SensorHit FindFirstByBruteForce(Float3 position, Float3 direction, float radiusSquared, float along, float lengthMm)
    {
        float start = Math.Max(0.0f, PathWalk.Cut(radiusSquared, along, lengthMm, _innerSquared, _outerSquared, MathF.PI).StartMm);
        Float3 point = position.Advance(start, direction);
        var best = new SensorHit(-1, lengthMm, 0.0f);
        for (int sensor = 0; sensor < _bulbs.Length; sensor++)
        {
            Meet(sensor, point, direction, start, ref best);
        }

        return best;
    }

    /// <summary>PDE x acceptance x optical efficiency of a hit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float DetectionProbability(int sensor, float cosPolar, int wavelengthIndex)
    {
        int type = _type[sensor];
        float cell = _shapes[type].Whole ? 0.5f * AcceptanceCells * (cosPolar + 1.0f) : AcceptanceCells * cosPolar;
        int lower = Math.Clamp((int)cell, 0, AcceptanceCells - 1);
        int entry = (type * (AcceptanceCells + 1)) + lower;
        float acceptance = MathF.FusedMultiplyAdd(cell - lower, _acceptance[entry + 1] - _acceptance[entry], _acceptance[entry]);
        return _detection[(type * _wavelengths) + wavelengthIndex] * acceptance;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Meet(int sensor, Float3 point, Float3 direction, float offsetMm, ref SensorHit best)
    {
        Bulb bulb = _bulbs[sensor];
        Shape shape = _shapes[_type[sensor]];
        Float3 local = point - bulb.Centre;
        // The axis points from the bulb to the detector centre.
        float height = -bulb.InverseRadius * Float3.Dot(local, bulb.Centre);
        float climb = -bulb.InverseRadius * Float3.Dot(direction, bulb.Centre);
        float a = MathF.FusedMultiplyAdd(shape.Stretch * climb, climb, 1.0f);
        float b = MathF.FusedMultiplyAdd(shape.Stretch * height, climb, Float3.Dot(local, direction));
        float c = MathF.FusedMultiplyAdd(shape.Stretch * height, height, Float3.Dot(local, local)) - shape.AcrossSquared;
        float discriminant = MathF.FusedMultiplyAdd(b, b, -a * c);
        if (discriminant < 0.0f)
        {
            return;
        }

        float root = MathF.Sqrt(discriminant);
        float entry = (-b - root) / a;
        float entryHeight = MathF.FusedMultiplyAdd(entry, climb, height);
        if (shape.Whole || entryHeight >= 0.0f)
        {
            float distance = offsetMm + entry;
            if (distance < 0.0f && offsetMm + ((root - b) / a) > 0.0f)
            {
                // Rounding left the start a hair inside the bulb.
                distance = 0.0f;
            }

            if (distance >= 0.0f && distance < best.DistanceMm)
            {
                Float3 onBulb = local.Advance(entry, direction);
                best = new SensorHit(sensor, distance, entryHeight / MathF.Sqrt(Float3.Dot(onBulb, onBulb)));
            }
        }
        else if (climb > 0.0f && MathF.FusedMultiplyAdd((root - b) / a, climb, height) > 0.0f)
        {
            float distance = offsetMm - (height / climb);
            if (distance >= 0.0f && distance < best.DistanceMm)
            {
                best = new SensorHit(sensor, distance, SensorHit.Back);
            }
        }
    }

    /// <summary>Sixteen paths meet a bulb each, or not; lane for lane the same bits as one path and one bulb.</summary>
    /// <param name="type">Types of the bulbs.</param>
    /// <param name="centre">Their centres.</param>
    /// <param name="inverseRadius">Their inverse distances from the detector centre.</param>
    /// <param name="point">A point on each path.</param>
    /// <param name="direction">Unit directions.</param>
    /// <param name="offsetMm">Distances along the paths to the points.</param>
    /// <param name="distanceMm">Distances along the paths to the hits, not negative.</param>
    /// <param name="cosPolar">See <see cref="SensorHit"/>.</param>
    /// <returns>Mask of the hits.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Meet(
        Vector512<int> type,
        in Float3Lanes centre,
        Vector512<float> inverseRadius,
        in Float3Lanes point,
        in Float3Lanes direction,
        Vector512<float> offsetMm,
        out Vector512<float> distanceMm,
        out Vector512<float> cosPolar)
    {
        Vector512<float> zero = Vector512<float>.Zero;
        Vector512<float> stretch = _stretch.Read(type);
        Float3Lanes local = point - centre;
        Vector512<float> height = -inverseRadius * Float3Lanes.Dot(local, centre);
        Vector512<float> climb = -inverseRadius * Float3Lanes.Dot(direction, centre);
        Vector512<float> a = Vector512.FusedMultiplyAdd(stretch * climb, climb, Vector512.Create(1.0f));
        Vector512<float> b = Vector512.FusedMultiplyAdd(stretch * height, climb, Float3Lanes.Dot(local, direction));
        Vector512<float> c = Vector512.FusedMultiplyAdd(stretch * height, height, Float3Lanes.Dot(local, local)) - _acrossSquared.Read(type);
        Vector512<float> discriminant = Vector512.FusedMultiplyAdd(b, b, -a * c);
        Vector512<float> root = Vector512.Sqrt(discriminant);
        Vector512<float> entry = (-b - root) / a;
        Vector512<float> exit = (root - b) / a;
        Vector512<float> entryHeight = Vector512.FusedMultiplyAdd(entry, climb, height);
        Vector512<float> front = Vector512.GreaterThan(_whole.Read(type), zero) | Vector512.GreaterThanOrEqual(entryHeight, zero);
        Vector512<float> frontDistance = offsetMm + entry;

        // Rounding left the start a hair inside the bulb.
        Vector512<float> inside = Vector512.LessThan(frontDistance, zero) & Vector512.GreaterThan(offsetMm + exit, zero);
        frontDistance = Vector512.ConditionalSelect(inside, zero, frontDistance);
        Vector512<float> back = Vector512.GreaterThan(climb, zero) & Vector512.GreaterThan(Vector512.FusedMultiplyAdd(exit, climb, height), zero);
        Float3Lanes onBulb = local.Advance(entry, direction);
        distanceMm = Vector512.ConditionalSelect(front, frontDistance, offsetMm - (height / climb));
        cosPolar = Vector512.ConditionalSelect(
            front, entryHeight / Vector512.Sqrt(Float3Lanes.Dot(onBulb, onBulb)), Vector512.Create(SensorHit.Back));
        return Vector512.GreaterThanOrEqual(discriminant, zero) & (front | back) & Vector512.GreaterThanOrEqual(distanceMm, zero);
    }

    /// <summary>A bulb: centre of its equator and inverse distance from the detector centre.</summary>
    internal readonly record struct Bulb(Float3 Centre, float InverseRadius);

    /// <summary>Shape of a sensor type: squared semi-axis across, (across/along)^2 - 1, and whether the whole ellipsoid is sensitive.</summary>
    private readonly record struct Shape(float AcrossSquared, float Stretch, bool Whole);
}
