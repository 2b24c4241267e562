using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Geometry;
using Isolux.Detector.Photosensors;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Optics;
using Isolux.Simulation.Response;
using Isolux.Testing.Optics;
using Xunit;

namespace Isolux.Tests.Response;

/// <summary>What bars hide, against rays to every part of a bulb's disc, in matter of one refractive index where light goes straight.</summary>
public sealed class LineOfSightTests
{
    private const double RadiusMm = 17_700.0;
    private const int RaysPerSensor = 300;
    private static readonly PatternGrid Grid = new(RadiusMm);

    [Theory]
    [InlineData(50.0, 0.05)]
    [InlineData(450.0, 0.12)]
    public void The_hidden_fraction_agrees_with_straight_rays(double barRadiusMm, double rmsTolerance)
    {
        DetectorDescription detector = Clear(barRadiusMm);
        LineOfSight sight = new(detector, Grid);
        BarField bars = new(detector.Geometry!.Bars);
        ChannelDirections channels = new(detector.Photosensors);
        LineOfSight.NearBar[] near = new LineOfSight.NearBar[sight.MostNear];
        double sum = 0;
        double raySum = 0;
        double squares = 0;
        double raySquares = 0;
        int pairs = 0;
        for (uint i = 0; i < 60; i++)
        {
            RandomSequence random = new(31, 0, RandomStream.Toy, i, 0);
            const int row = 88;
            Position point = Near(detector.Geometry.Bars[(int)i].End, Grid.RadiusMm(row), ref random);
            SkyFrame frame = new(Unit(point));
            int count = sight.Near(frame, point.RadiusMm, near);
            for (int channel = 0; channel < detector.Photosensors.Length; channel++)
            {
                float halfChord = PatternGrid.HalfChord(Float3.Dot(channels.Direction(channel), frame.Third));
                if (halfChord < 0.07f)
                {
                    double hidden = sight.HiddenFraction(row, frame, channels.Direction(channel), halfChord, 0, near.AsSpan(0, count), out _);
                    double rays = ByRays(bars, point, detector.Photosensors[channel], ref random);
                    sum += hidden;
                    raySum += rays;
                    squares += (hidden - rays) * (hidden - rays);
                    raySquares += rays * rays;
                    pairs++;
                }
            }
        }

        Assert.InRange(sum / raySum, 0.9, 1.1);
        Assert.InRange(Math.Sqrt(squares / pairs), 0.0, rmsTolerance);

        // Power: were nothing hidden, the rms would be beyond the tolerance.
        Assert.True(Math.Sqrt(raySquares / pairs) > 1.5 * rmsTolerance, $"rms of what rays find {Math.Sqrt(raySquares / pairs):F3}");
    }

    [Fact]
    public void Nothing_is_hidden_deep_inside_or_without_bars()
    {
        DetectorDescription detector = Clear(50.0);
        LineOfSight sight = new(detector, Grid);
        SkyFrame frame = new(new Float3(0, 0, 1));
        Assert.Equal(0, sight.Near(frame, 10_000.0, new LineOfSight.NearBar[sight.MostNear]));
        LineOfSight free = new(detector with { Geometry = detector.Geometry! with { Bars = [] } }, Grid);
        Assert.Equal(0, free.Near(frame, 17_000.0, []));
    }

    /// <summary>A point at a radius, within about three degrees of a direction.</summary>
    private static Position Near(Position direction, double radiusMm, ref RandomSequence random)
    {
        (double x, double y, double z) = random.NextIsotropic();
        double spreadMm = 0.05 * direction.RadiusMm * random.NextDouble();
        Position place = direction + new Position(spreadMm * x, spreadMm * y, spreadMm * z);
        double scale = radiusMm / place.RadiusMm;
        return new Position(scale * place.XMm, scale * place.YMm, scale * place.ZMm);
    }

    /// <summary>Rays to places spread over the disc on which a sensor catches light.</summary>
    private static double ByRays(BarField bars, Position point, Photosensor sensor, ref RandomSequence random)
    {
        Float3 axis = Unit(sensor.Centre);
        SkyFrame disc = new(axis);
        double centreMm = sensor.Centre.RadiusMm - (0.5 * sensor.Type.SemiAxisAlongMm);
        int blocked = 0;
        for (int ray = 0; ray < RaysPerSensor; ray++)
        {
            float across = (float)(sensor.Type.SemiAxisAcrossMm * Math.Sqrt(random.NextDouble()));
            (double sine, double cosine) = Math.SinCos(2.0 * Math.PI * random.NextDouble());
            Float3 target = ((float)centreMm * axis).Advance(across * (float)cosine, disc.First).Advance(across * (float)sine, disc.Second);
            Float3 start = new((float)point.XMm, (float)point.YMm, (float)point.ZMm);
            Float3 way = target - start;
            float length = MathF.Sqrt(Float3.Dot(way, way));
            blocked += bars.FindFirstByBruteForce(start, (1.0f / length) * way, length).Bar >= 0 ? 1 : 0;
        }

        return (double)blocked / RaysPerSensor;
    }

    private static Float3 Unit(Position position)
    {
        double inverse = 1.0 / position.RadiusMm;
        return new Float3((float)(position.XMm * inverse), (float)(position.YMm * inverse), (float)(position.ZMm * inverse));
    }

    private static DetectorDescription Clear(double barRadiusMm)
    {
        DetectorDescription complete = OpticalToys.Complete();
        ImmutableArray<OpaqueBar> bars = [.. complete.Geometry!.Bars.Where(bar => bar.Kind == "supportBar").Select(bar => bar with { RadiusMm = barRadiusMm })];
        return complete with
        {
            Geometry = complete.Geometry with { Bars = bars },
            Media = complete.Media.ToImmutableDictionary(entry => entry.Key, entry => OpticalToys.Medium(entry.Key, 1.4, null, null)),
            Photosensors = [.. complete.Photosensors.Where(sensor => sensor.Type.Kind == SensorKind.Lpmt)],
        };
    }
}
