using System.Runtime.Intrinsics;
using Isolux.Quantities;
using Isolux.Simulation.Optics;

namespace Isolux.Simulation.Response;

/// <summary>
/// The sky seen from the detector centre, divided among the channels of one family: the six faces of a cube, N x N pixels each, and every pixel belongs to the nearest
/// channel, or to none where all are far. Solid angles are exact for the pixels, whatever shape a channel's share has.
/// </summary>
internal sealed class ChannelSky
{
    private const int PixelsPerSide = 256;
    private const int GridCellsPerSide = 64;

    // A hexagonal pattern keeps every point within 1.1 radii of a disc of the mean solid angle; holes begin beyond.
    private const double ReachOverMeanRadius = 1.3;
    private readonly ushort[] _channels = new ushort[6 * PixelsPerSide * PixelsPerSide];
    private readonly double[] _solidAngles;

    /// <summary>Divides the sky among unit vectors.</summary>
    public ChannelSky(IReadOnlyList<Position> directions)
    {
        if (directions.Count > ushort.MaxValue)
        {
            throw new ArgumentException($"A hit pattern holds at most {ushort.MaxValue} channels of a family, not {directions.Count}.", nameof(directions));
        }

        int none = directions.Count;
        _solidAngles = new double[directions.Count + 1];
        Array.Fill(_channels, (ushort)none);
        if (directions.Count == 0)
        {
            return;
        }

        double reachRad = Math.Min(1.0, ReachOverMeanRadius * 2.0 / Math.Sqrt(directions.Count));
        double farthest = Assign(directions, reachRad);
        farthest = Math.Max(farthest, GiveEveryChannelAPixel(directions));
        for (int pixel = 0; pixel < _channels.Length; pixel++)
        {
            _solidAngles[_channels[pixel]] += PixelSolidAngle(pixel);
        }

        // From the middle of a pixel to its corner on the middle of a face, where pixels are largest.
        LargestAngleRad = farthest + (Math.Sqrt(2.0) / PixelsPerSide);
    }

    /// <summary>No direction belongs to a channel farther away than this, rad.</summary>
    public double LargestAngleRad { get; }

    /// <summary>Solid angle of a channel's pixels.</summary>
    public double SolidAngle(int channel) => _solidAngles[channel];

    /// <summary>The channel of a pixel; the number of channels where it belongs to none.</summary>
    public int ChannelAt(int pixel) => _channels[pixel];

    /// <summary>The pixels of sixteen directions.</summary>
    public static Vector512<int> Pixels(Vector512<float> x, Vector512<float> y, Vector512<float> z)
    {
        Vector512<float> ax = Vector512.Abs(x);
        Vector512<float> ay = Vector512.Abs(y);
        Vector512<float> az = Vector512.Abs(z);
        Vector512<float> isX = Vector512.GreaterThanOrEqual(ax, ay) & Vector512.GreaterThanOrEqual(ax, az);
        Vector512<float> isY = Vector512.AndNot(Vector512.GreaterThanOrEqual(ay, az), isX);
        Vector512<float> along = Vector512.ConditionalSelect(isX, x, Vector512.ConditionalSelect(isY, y, z));
        Vector512<float> u = Vector512.ConditionalSelect(isX, y, x);
        Vector512<float> v = Vector512.ConditionalSelect(isX | isY, z, y);
        Vector512<float> scale = Vector512.Create(0.5f * PixelsPerSide) / Vector512.Abs(along);
        Vector512<float> half = Vector512.Create(0.5f * PixelsPerSide);
        Vector512<int> last = Vector512.Create(PixelsPerSide - 1);
        Vector512<int> column = Vector512.Min(Vector512.ConvertToInt32Native(Vector512.FusedMultiplyAdd(u, scale, half)), last);
        Vector512<int> row = Vector512.Min(Vector512.ConvertToInt32Native(Vector512.FusedMultiplyAdd(v, scale, half)), last);
        Vector512<int> face = Vector512.ConditionalSelect(isX.AsInt32(), Vector512<int>.Zero, Vector512.ConditionalSelect(isY.AsInt32(), Vector512.Create(2), Vector512.Create(4)))
            + (along.AsInt32() >>> 31);
        return (((face * PixelsPerSide) + column) * PixelsPerSide) + row;
    }

    private double Assign(IReadOnlyList<Position> directions, double reachRad)
    {
        DirectionGrid grid = new([.. directions.Select(direction => (direction, reachRad))], GridCellsPerSide, 1e-4);
        double farthest = 0;
        for (int pixel = 0; pixel < _channels.Length; pixel++)
        {
            Position middle = Middle(pixel);
            double best = Math.Cos(reachRad);
            Float3 towards = new((float)middle.XMm, (float)middle.YMm, (float)middle.ZMm);
            foreach (int channel in grid.InCell(grid.CellOf(towards)))
            {
                double cosine = Dot(middle, directions[channel]);
                if (cosine > best)
                {
                    (best, _channels[pixel]) = (cosine, (ushort)channel);
                }
            }

            farthest = _channels[pixel] == directions.Count ? farthest : Math.Max(farthest, Math.Acos(Math.Min(best, 1.0)));
        }

        return farthest;
    }

    /// <summary>A channel squeezed between others may be nearest to no pixel's middle: it gets the pixel it lies in. Returns the largest angle to a pixel given, rad.</summary>
    private double GiveEveryChannelAPixel(IReadOnlyList<Position> directions)
    {
        int none = directions.Count;
        int[] pixels = new int[none + 1];
        foreach (ushort channel in _channels)
        {
            pixels[channel]++;
        }

        double farthest = 0;
        for (int channel = 0; channel < none; channel++)
        {
            if (pixels[channel] > 0)
            {
                continue;
            }

            Position direction = directions[channel];
            int pixel = Pixels(Vector512.Create((float)direction.XMm), Vector512.Create((float)direction.YMm), Vector512.Create((float)direction.ZMm))[0];
            int owner = _channels[pixel];
            if (owner != none && pixels[owner] < 2)
            {
                throw new ArgumentException($"Channels {owner} and {channel} of a family lie in the same direction; a hit pattern cannot tell them apart.", nameof(directions));
            }

            pixels[owner]--;
            pixels[channel]++;
            _channels[pixel] = (ushort)channel;
            farthest = Math.Max(farthest, Math.Acos(Math.Min(1.0, Dot(direction, Middle(pixel)))));
        }

        return farthest;
    }

    private static Position Middle(int pixel)
    {
        (int face, double u, double v) = Corner(pixel);
        u += 1.0 / PixelsPerSide;
        v += 1.0 / PixelsPerSide;
        double length = Math.Sqrt(1.0 + (u * u) + (v * v));
        double along = ((face & 1) == 0 ? 1.0 : -1.0) / length;
        u /= length;
        v /= length;
        return (face >> 1) switch
        {
            0 => new Position(along, u, v),
            1 => new Position(u, along, v),
            _ => new Position(u, v, along),
        };
    }

    private static (int Face, double U, double V) Corner(int pixel) => (
        pixel / (PixelsPerSide * PixelsPerSide),
        (2.0 * (pixel / PixelsPerSide % PixelsPerSide) / PixelsPerSide) - 1.0,
        (2.0 * (pixel % PixelsPerSide) / PixelsPerSide) - 1.0);

    /// <summary>Solid angle of a rectangle on a plane at unit distance, from the integral of (1 + u^2 + v^2)^(-3/2).</summary>
    private static double PixelSolidAngle(int pixel)
    {
        const double Width = 2.0 / PixelsPerSide;
        (_, double u, double v) = Corner(pixel);
        return Integral(u + Width, v + Width) - Integral(u, v + Width) - Integral(u + Width, v) + Integral(u, v);

        static double Integral(double u, double v) => Math.Atan2(u * v, Math.Sqrt(1.0 + (u * u) + (v * v)));
    }

    private static double Dot(Position a, Position b) => (a.XMm * b.XMm) + (a.YMm * b.YMm) + (a.ZMm * b.ZMm);
}
