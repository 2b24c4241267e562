using Isolux.Detector;
using Isolux.Numerics.Random;
using Isolux.Simulation.Optics;
using Isolux.Testing.Optics;
using Xunit;

namespace Isolux.Tests.Optics;

/// <summary>The look-up of bulbs and bars finds exactly what testing every one of them finds, whatever the path.</summary>
public sealed class ObstacleLookupTests
{
    private const int Paths = 3_000;
    private static readonly DetectorDescription Detector = OpticalToys.Complete();

    [Fact]
    public void First_bulb_is_that_of_brute_force()
    {
        var field = new SensorField(Detector.Photosensors, WavelengthGrid.FullRange, 1.0);
        int hits = 0, backs = 0;
        foreach ((Float3 position, Float3 direction, float radiusSquared, float along, float length) in RandomPaths(17_820, 19_600))
        {
            SensorHit fast = field.FindFirst(position, direction, radiusSquared, along, length);
            SensorHit slow = field.FindFirstByBruteForce(position, direction, radiusSquared, along, length);
            Assert.Equal(slow.Sensor, fast.Sensor);

            // The two measure from different points of paths up to 30 m long, and a grazing hit magnifies single-precision rounding.
            Assert.Equal(slow.DistanceMm, fast.DistanceMm, 1.0);
            hits += fast.Sensor >= 0 ? 1 : 0;
            backs += fast.CosPolar == SensorHit.Back ? 1 : 0;
        }

        Assert.InRange(hits, Paths / 20, Paths);
        Assert.True(backs > 0, "the sample must contain paths that meet the back of a bulb");
    }

    [Fact]
    public void First_bar_is_that_of_brute_force()
    {
        var field = new BarField(Detector.Geometry!.Bars);
        int hits = 0;
        foreach ((Float3 position, Float3 direction, float radiusSquared, float along, float length) in RandomPaths(17_500, 19_600))
        {
            (int fast, float fastMm) = field.FindFirst(position, direction, radiusSquared, along, length);
            (int slow, float slowMm) = field.FindFirstByBruteForce(position, direction, length);
            Assert.Equal(slow, fast);
            Assert.Equal(slowMm, fastMm, 1.0);
            hits += fast >= 0 ? 1 : 0;
        }

        Assert.InRange(hits, 20, Paths);
    }

    /// <summary>Isotropic paths between two radii, up to the outer one, a third of them nearly tangential.</summary>
    private static IEnumerable<(Float3 Position, Float3 Direction, float RadiusSquared, float Along, float LengthMm)> RandomPaths(double innerMm, double outerMm)
    {
        for (uint i = 0; i < Paths; i++)
        {
            var random = new RandomSequence(11, 0, RandomStream.Toy, 0, i);
            (double x, double y, double z) = random.NextIsotropic();
            (double u, double v, double w) = random.NextIsotropic();
            if (i % 3 == 0)
            {
                double radial = 0.97 * ((u * x) + (v * y) + (w * z));
                (u, v, w) = (u - (radial * x), v - (radial * y), w - (radial * z));
                double norm = Math.Sqrt((u * u) + (v * v) + (w * w));
                (u, v, w) = (u / norm, v / norm, w / norm);
            }

            double radius = innerMm + ((outerMm - innerMm) * random.NextDouble());
            var position = new Float3((float)(radius * x), (float)(radius * y), (float)(radius * z));
            var direction = new Float3((float)u, (float)v, (float)w);
            float squared = Float3.Dot(position, position);
            float along = Float3.Dot(position, direction);
            double exit = Math.Sqrt(Math.Max(0.0, (along * (double)along) - squared + (outerMm * outerMm))) - along;
            yield return (position, direction, squared, along, (float)exit);
        }
    }
}
