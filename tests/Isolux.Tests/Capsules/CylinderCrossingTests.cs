using Isolux.Detector.Capsules;
using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Capsules;
using Isolux.Simulation.Particles;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Capsules;

/// <summary>Lines through upright cylinders. False-alarm probability 1e-4 per statistical assertion, fixed seed.</summary>
public sealed class CylinderCrossingTests
{
    private const double FalseAlarm = 1e-4;
    private static readonly UprightCylinder s_cylinder = new(3.0, -4.0, 4.0);

    [Theory]
    [InlineData(0, 0, 0, 1, 0, 0, -3, 3)]
    [InlineData(0, 0, 0, 0, 0, 1, -4, 4)]
    [InlineData(-10, 1.8, 2, 1, 0, 0, 7.6, 12.4)]
    [InlineData(1, 1, 10, 0, 0, -1, 6, 14)]
    [InlineData(-5, 0, -1, 0.8, 0, 0.6, 2.5, 8.333333333333333)]
    public void Chords_are_those_of_plane_geometry(double x, double y, double z, double u, double v, double w, double fromMm, double toMm)
    {
        (double from, double to) = CylinderCrossing.Chord(s_cylinder, new Position(x, y, z), new UnitVector(u, v, w));
        Assert.Equal(fromMm, from, 12);
        Assert.Equal(toMm, to, 12);
    }

    [Theory]
    [InlineData(-10, 3.1, 0, 1, 0, 0)]
    [InlineData(-10, 0, 4.1, 1, 0, 0)]
    [InlineData(3.1, 0, 0, 0, 0, 1)]
    [InlineData(-4, 0, 5, 0.8, 0, 0.6)]
    public void Lines_beside_it_have_none(double x, double y, double z, double u, double v, double w)
    {
        (double from, double to) = CylinderCrossing.Chord(s_cylinder, new Position(x, y, z), new UnitVector(u, v, w));
        Assert.True(from > to);
    }

    [Fact]
    public void Clearance_reaches_no_surface_and_normals_point_outwards()
    {
        RandomSequence random = new(5, 0, RandomStream.Toy, 0, 0);
        for (int i = 0; i < 2000; i++)
        {
            Position point = new(Even(ref random, 6), Even(ref random, 6), Even(ref random, 8));
            (double x, double y, double z) = random.NextIsotropic();
            UnitVector direction = new(x, y, z);
            double clearanceMm = CylinderCrossing.ClearanceMm(s_cylinder, point);
            Position near = At(point, direction, 0.999 * clearanceMm);
            Assert.Equal(CylinderCrossing.Contains(s_cylinder, point), CylinderCrossing.Contains(s_cylinder, near));
            (double from, double to) = CylinderCrossing.Chord(s_cylinder, point, direction);
            if (from < to)
            {
                UnitVector normal = CylinderCrossing.Normal(s_cylinder, At(point, direction, from));
                Assert.True((normal.X * x) + (normal.Y * y) + (normal.Z * z) < 0);
                Assert.True(CylinderCrossing.Contains(s_cylinder, At(point, direction, 0.5 * (from + to))));
            }
        }
    }

    [Fact]
    public void Mean_chord_of_isotropic_flux_is_four_volumes_over_the_surface()
    {
        // Cauchy: 4 V / S = 2 R H / (R + H) = 48/11 mm for lines through points spread evenly on a plane across every direction.
        const double planeMm = 6.0;
        RandomSequence random = new(6, 0, RandomStream.Toy, 0, 0);
        RunningMoments chords = new();
        for (int i = 0; i < 200_000; i++)
        {
            (double x, double y, double z) = random.NextIsotropic();
            UnitVector direction = new(x, y, z);
            UnitVector up = direction.Deflect(0.0, 0.0);
            UnitVector side = direction.Deflect(0.0, 0.25);
            double a = Even(ref random, planeMm);
            double b = Even(ref random, planeMm);
            Position point = new((a * up.X) + (b * side.X), (a * up.Y) + (b * side.Y), (a * up.Z) + (b * side.Z));
            (double from, double to) = CylinderCrossing.Chord(s_cylinder, point, direction);
            if (from < to)
            {
                chords.Add(to - from);
            }
        }

        StatisticalAssert.Agrees(chords.Mean, chords.MeanError, 48.0 / 11.0, FalseAlarm);
        StatisticalAssert.RejectsMutant("2 % longer", () => StatisticalAssert.Agrees(1.02 * chords.Mean, chords.MeanError, 48.0 / 11.0, FalseAlarm));
    }

    private static double Even(ref RandomSequence random, double limit) => limit * ((2.0 * random.NextDouble()) - 1.0);

    private static Position At(Position point, UnitVector direction, double lengthMm) =>
        new(point.XMm + (lengthMm * direction.X), point.YMm + (lengthMm * direction.Y), point.ZMm + (lengthMm * direction.Z));
}
