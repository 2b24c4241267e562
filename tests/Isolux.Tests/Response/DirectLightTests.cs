using Isolux.Detector;
using Isolux.Detector.Geometry;
using Isolux.Detector.Photosensors;
using Isolux.Quantities;
using Isolux.Simulation.Optics;
using Isolux.Simulation.Response;
using Isolux.Testing.Optics;
using Isolux.Testing.Response;
using Xunit;

namespace Isolux.Tests.Response;

/// <summary>Unscattered light: rays through refracting shells, what bars and the arrangement of sensors take of it, against vectors and counted straight rays.</summary>
public sealed class DirectLightTests
{
    private const double EndMm = 19_400.0;
    private static readonly DetectorDescription Clear = OpticalToys.BallsInClearMatter();
    private static readonly OpticalModel ClearModel = new(Clear);
    private static readonly DetectorDescription Refracting = Shells();
    private static readonly OpticalModel RefractingModel = new(Refracting);

    [Theory]
    [InlineData(0.0, 0.3)]
    [InlineData(5_000.0, 0.9)]
    [InlineData(12_000.0, 2.5)]
    [InlineData(17_500.0, 0.8)]
    [InlineData(17_500.0, 3.0)]
    public void A_ray_follows_the_law_of_refraction_in_vectors(double radiusMm, double angle)
    {
        DirectRays rays = new(RefractingModel, 0, EndMm);
        double[] angles = new double[3];
        double[] sines = new double[3];
        double weight = rays.Follow(radiusMm, angle, angles, sines);
        (double endAngle, double transmitted) = Traced(radiusMm, angle);

        // Indices are kept in single precision.
        Assert.Equal(endAngle, angles[^1], 1e-6);
        Assert.Equal(transmitted, weight, 1e-6);
    }

    [Fact]
    public void Light_beyond_the_critical_angle_does_not_leave()
    {
        // n1 r sin(angle) = n2 R at the boundary to water, R = 17.82 m.
        DirectRays rays = new(RefractingModel, 0, EndMm);
        double critical = Math.Asin(1.342 * 17_820.0 / (1.496 * 17_000.0));
        double[] scratch = new double[3];
        Assert.True(rays.Follow(17_000.0, critical - 1e-3, scratch, scratch) > 0.1);
        Assert.Equal(0.0, rays.Follow(17_000.0, critical + 1e-3, scratch, scratch));
        Assert.True(rays.Follow(17_000.0, Math.PI - critical + 1e-3, scratch, scratch) > 0.1);
    }

    [Theory]
    [InlineData(17_000, 2_000, 0)]
    [InlineData(16_000, 1_000, 500)]
    [InlineData(10_000, 9_000, -3_000)]
    public void Without_refraction_a_bar_takes_the_solid_angle_it_covers(double x, double y, double z)
    {
        OpaqueBar bar = new("supportBar", new Position(17_820, 0, 0), new Position(EndMm, 0, 0), 50);
        Position point = new(x, y, z);
        RadialBarKernel kernel = new(ClearModel, 0, bar, [point.RadiusMm]);
        (double fraction, double error) = RayShadow.Count(bar, point, 400_000);
        double halfChord = Math.Sqrt(0.5 * (1.0 - (x / point.RadiusMm)));

        // Terms of second order in bar radius over distance and the cells of the table: 3 %.
        Assert.Equal(fraction, kernel.Body(0, halfChord), (0.03 * fraction) + (4.0 * error));
        Assert.True(Math.Abs((1.1 * fraction) - kernel.Body(0, halfChord)) > (0.03 * fraction) + (4.0 * error));

        // Where sensors are missing, a disc of 250 mm facing the centre.
        Position toFoot = bar.End - point;
        double footFraction = 250.0 * 250.0 * toFoot.XMm / (4.0 * Math.Pow(toFoot.RadiusMm, 3));
        Assert.Equal(footFraction, kernel.Foot(0, halfChord), 0.03 * footFraction);
    }

    [Fact]
    public void Coverage_of_evenly_spread_sensors_is_one_and_of_a_hole_nothing()
    {
        SensorCoverage even = new(Clear.Photosensors);
        Assert.Equal(19_800.0, even.RadiusMm, 1e-6);
        Assert.All(Enumerable.Range(0, 180), i => Assert.Equal(1.0, even.At(-0.895 + (0.01 * i)), 0.1));
        SensorCoverage holed = new(Holed());
        Assert.Equal(0.0, holed.At(0.9999));
        Assert.Equal(1.0, holed.At(-0.5), 0.1);
    }

    [Theory]
    [InlineData(16_000, 1.0)]
    [InlineData(15_000, 0.99)]
    [InlineData(12_000, 0.97)]
    public void Without_refraction_a_bar_on_the_axis_takes_the_solid_angle_it_covers(double radiusMm, double cosTheta)
    {
        OpaqueBar chimney = new("chimney", new Position(0, 0, 17_700), new Position(0, 0, 19_800), 450);
        SensorCoverage coverage = new(Clear.Photosensors);
        double polar = PolarCoordinate.FromCosTheta(cosTheta);
        double taken = new CoverageShape(ClearModel, 0, coverage, [], 17_700).At(radiusMm, polar, 0.0)
            - new CoverageShape(ClearModel, 0, coverage, [chimney], 17_700).At(radiusMm, polar, 0.0);
        (double fraction, double error) = RayShadow.Count(chimney, Position.FromSpherical(radiusMm, cosTheta, 0.3), 400_000);

        // 6,000 rays over the half space: a tenth of what the bar takes, which is below 2 % of all light, and 0.02 % of all light.
        Assert.Equal(fraction, taken, (0.1 * fraction) + 2e-4 + (4.0 * error));
    }

    [Fact]
    public void A_hole_dims_the_points_before_it_and_no_others()
    {
        CoverageShape even = new(ClearModel, 0, new SensorCoverage(Clear.Photosensors), [], 17_700);
        CoverageShape holed = new(ClearModel, 0, new SensorCoverage(Holed()), [], 17_700);
        Assert.InRange(even.At(16_000, 0.0, 0.0), -0.01, 0.01);
        Assert.InRange(holed.At(16_000, 0.0, 0.0), -0.05, -0.005);
        Assert.InRange(holed.At(16_000, PolarCoordinate.Maximum, 0.0), -0.01, 0.01);
        Assert.InRange(holed.At(0.0, 0.3, 0.0), -0.01, 0.01);
    }

    [Fact]
    public void Open_light_falls_where_total_reflection_sets_in()
    {
        LightMapGrid grid = new(17_700, 8_850, 1);
        OpenLightShape open = new(new DirectSpectrum(RefractingModel, EndMm), grid);
        double onset = 17_820.0 * 1.342 / 1.496;
        Assert.Equal(1.0, open.At(0.0, 0, 0), 1e-9);
        double before = open.At(onset - 300.0, 0, 0) - open.At(onset - 50.0, 0, 0);
        double behind = open.At(onset + 50.0, 0, 0) - open.At(onset + 300.0, 0, 0);
        Assert.True(behind > 2.0 * Math.Abs(before), $"{before:G3} before, {behind:G3} behind");
    }

    // A ray in the plane of incidence, step by step with vectors: to the next sphere, there Snell's law for the tangential part.
    private static (double EndAngle, double Transmitted) Traced(double radiusMm, double angle)
    {
        double[] spheres = [17_700, 17_820, EndMm];
        double[] indices = [1.496, 1.503, 1.342];
        (double x, double z) = (0.0, radiusMm);
        (double dx, double dz) = (Math.Sin(angle), Math.Cos(angle));
        double transmitted = 1.0;
        for (int i = 0; i < spheres.Length; i++)
        {
            double along = (x * dx) + (z * dz);
            double length = -along + Math.Sqrt((along * along) - (x * x) - (z * z) + (spheres[i] * spheres[i]));
            (x, z) = (x + (length * dx), z + (length * dz));
            if (i + 1 == spheres.Length)
            {
                break;
            }

            (double nx, double nz) = (x / spheres[i], z / spheres[i]);
            double c1 = (dx * nx) + (dz * nz);
            (double tx, double tz) = ((dx - (c1 * nx)) * indices[i] / indices[i + 1], (dz - (c1 * nz)) * indices[i] / indices[i + 1]);
            double c2 = Math.Sqrt(1.0 - (tx * tx) - (tz * tz));
            double s = Math.Pow(((indices[i] * c1) - (indices[i + 1] * c2)) / ((indices[i] * c1) + (indices[i + 1] * c2)), 2);
            double p = Math.Pow(((indices[i + 1] * c1) - (indices[i] * c2)) / ((indices[i + 1] * c1) + (indices[i] * c2)), 2);
            transmitted *= 1.0 - (0.5 * (s + p));
            (dx, dz) = (tx + (c2 * nx), tz + (c2 * nz));
        }

        return (Math.Atan2(x, z), transmitted);
    }

    private static Photosensor[] Holed() => [.. Clear.Photosensors.Where(sensor => sensor.Centre.CosTheta < Math.Cos(0.05))];

    private static DetectorDescription Shells()
    {
        DetectorDescription spheres = OpticalToys.Spheres();
        return spheres with
        {
            Media = spheres.Media
                .SetItem("liquidScintillator", OpticalToys.Medium("liquidScintillator", 1.496, null, null))
                .SetItem("acrylic", OpticalToys.Medium("acrylic", 1.503, null, null))
                .SetItem("water", OpticalToys.Medium("water", 1.342, null, null)),
        };
    }
}
