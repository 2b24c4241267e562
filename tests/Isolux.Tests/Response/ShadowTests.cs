using CsCheck;
using Isolux.Detector.Geometry;
using Isolux.Quantities;
using Isolux.Simulation.Response;
using Isolux.Testing.Response;
using Xunit;

namespace Isolux.Tests.Response;

/// <summary>What shapes the light map near bars: solid angles, their symmetry and the coordinates they are tabulated in.</summary>
public sealed class ShadowTests
{
    private static readonly OpaqueBar Bar = new("supportBar", new Position(17_820, 0, 0), new Position(19_400, 0, 0), 50);
    private static readonly OpaqueBar Chimney = new("chimney", new Position(0, 0, 17_600), new Position(0, 0, 19_400), 450);

    [Theory]
    [InlineData(17_000, 2_000, 0)]
    [InlineData(16_000, 1_000, 500)]
    [InlineData(10_000, 9_000, -3_000)]
    [InlineData(-5_000, 0, 100)]
    public void A_thin_bar_covers_what_rays_count(double x, double y, double z)
    {
        (double fraction, double error) = RayShadow.Count(Bar, new Position(x, y, z), 400_000);

        // The strip formula leaves out terms of second order in radius over distance, below 2 % beyond 1 m from the bar.
        Assert.Equal(fraction, BarShadow.SolidAngleFraction(Bar, new Position(x, y, z)), (0.02 * fraction) + (4.0 * error));
    }

    [Theory]
    [InlineData(0, 0, 16_000)]
    [InlineData(1_500, 0, 16_500)]
    [InlineData(0, 4_000, 15_000)]
    [InlineData(9_000, 9_000, 9_000)]
    public void A_thick_bar_covers_what_rays_count(double x, double y, double z)
    {
        (double fraction, double error) = RayShadow.Count(Chimney, new Position(x, y, z), 400_000);

        // 24 x 24 surface cells, each softened by its own area: 3 %.
        Assert.Equal(fraction, BarShadow.SolidAngleFraction(Chimney, new Position(x, y, z)), (0.03 * fraction) + (4.0 * error));
    }

    [Fact]
    public void The_ray_count_sees_a_bar_a_tenth_too_thick()
    {
        Position point = new(16_000, 1_000, 500);
        (double fraction, double error) = RayShadow.Count(Bar, point, 400_000);
        double thick = BarShadow.SolidAngleFraction(Bar with { RadiusMm = 55 }, point);
        Assert.True(Math.Abs(thick - fraction) > (0.02 * fraction) + (4.0 * error));
    }

    [Fact]
    public void Symmetry_is_the_largest_turn_that_maps_the_bars_onto_themselves()
    {
        Assert.Equal(0, AzimuthalSymmetry.OrderOf([Chimney]));
        Assert.Equal(1, AzimuthalSymmetry.OrderOf([Bar]));
        Assert.Equal(30, AzimuthalSymmetry.OrderOf([.. Ring(30, 0.0, 0.0)]));
        Assert.Equal(10, AzimuthalSymmetry.OrderOf([.. Ring(30, 0.0, 0.0), .. Ring(20, 0.6, 0.1), Chimney]));
        Assert.Equal(5, AzimuthalSymmetry.OrderOf([.. Ring(15, 0.8, 0.0), .. Ring(20, 0.6, 0.0), .. Ring(5, -0.9, 0.3)]));
        Assert.Equal(1, AzimuthalSymmetry.OrderOf([.. Ring(30, 0.0, 0.0).Skip(1)]));
    }

    [Fact]
    public void A_shadow_field_is_the_sum_over_its_bars_periodic_and_absent_inside()
    {
        OpaqueBar[] bars = [.. Ring(6, 0.0, 0.0), .. Ring(6, 0.5, 0.2)];
        LightMapGrid grid = new(17_700, 8_850, 6);
        ShadowField field = new(bars, grid, Kernel);
        Assert.True(field.DependsOnAzimuth);
        Assert.Equal(0.0, field.At(8_000, 0.7, 0.1));
        foreach ((int radial, int pole, int azimuth) in new[] { (10, 20, 3), (30, 70, 17), (40, 100, 35) })
        {
            double turns = grid.AzimuthTurns(azimuth);
            double cosTheta = PolarCoordinate.ToCosTheta(grid.AzimuthalPolar(pole));
            Position point = Position.FromSpherical(grid.AzimuthalRadiusMm(radial), cosTheta, 2.0 * Math.PI * turns);
            double sum = bars.Sum(bar => Kernel(radial, HalfChord(bar, point)));
            double value = field.At(grid.AzimuthalRadiusMm(radial), grid.AzimuthalPolar(pole), turns);
            Assert.Equal(sum, value, 1e-5 * sum);
            Assert.Equal(value, field.At(grid.AzimuthalRadiusMm(radial), grid.AzimuthalPolar(pole), turns - (1.0 / 3.0)), 1e-9);
        }

        static double Kernel(int radial, double halfChord) => 1.0 / ((halfChord * halfChord) + (0.1 / (1.0 + radial)));
        static double HalfChord(OpaqueBar bar, Position point)
        {
            double cosine = ((bar.End.XMm * point.XMm) + (bar.End.YMm * point.YMm) + (bar.End.ZMm * point.ZMm)) / (bar.End.RadiusMm * point.RadiusMm);
            return Math.Sqrt(0.5 * (1.0 - cosine));
        }
    }

    [Fact]
    public void The_polar_coordinate_comes_back_and_rises_from_top_to_bottom()
    {
        Gen.Double[-1.0, 1.0].Sample(cosTheta => Assert.Equal(cosTheta, PolarCoordinate.ToCosTheta(PolarCoordinate.FromCosTheta(cosTheta)), 1e-12));
        Gen.Select(Gen.Double[-1.0, 1.0], Gen.Double[-1.0, 1.0])
            .Sample((a, b) => Assert.True((a - b) * (PolarCoordinate.FromCosTheta(b) - PolarCoordinate.FromCosTheta(a)) >= 0.0));
        Assert.Equal(0.0, PolarCoordinate.FromCosTheta(1.0));
        Assert.Equal(PolarCoordinate.Maximum, PolarCoordinate.FromCosTheta(-1.0));
        Assert.Equal(PolarCoordinate.FromCosTheta(0.0), PolarCoordinate.FromCosTheta(-1e-15), 1e-12);
    }

    private static IEnumerable<OpaqueBar> Ring(int count, double cosTheta, double phase) => Enumerable.Range(0, count).Select(i =>
    {
        double phi = phase + (2.0 * Math.PI * i / count);
        return new OpaqueBar("supportBar", Position.FromSpherical(17_820, cosTheta, phi), Position.FromSpherical(19_400, cosTheta, phi), 50);
    });
}
