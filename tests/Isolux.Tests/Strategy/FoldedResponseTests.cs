using Isolux.Quantities;
using Isolux.Simulation.Response;
using Isolux.Strategy.Response;
using Isolux.Testing.Optics;
using Xunit;

namespace Isolux.Tests.Strategy;

/// <summary>The folded response against the sum it stands for, done directly at points between its nodes.</summary>
public sealed class FoldedResponseTests
{
    private const double OuterMm = 17_700.0;
    private const double FiducialMm = 17_200.0;
    private static readonly LightMap Map = Tabulated();

    // Light spread evenly in direction at two distances: what showers look like on average.
    private static readonly ShowerTemplate[] Templates =
    [
        .. OpticalToys.Spiral(200).Select((direction, i) =>
        {
            double lengthMm = i % 2 == 0 ? 250.0 : 600.0;
            return new ShowerTemplate(Position.Centre, [Position.Centre, new(lengthMm * direction.XMm, lengthMm * direction.YMm, lengthMm * direction.ZMm)], [0.4, 0.6], 1e4);
        }),
    ];

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(6_000.0, 0.31)]
    [InlineData(12_345.0, -0.77)]
    [InlineData(15_500.0, 0.02)]
    [InlineData(17_150.0, -0.4)]
    public void It_is_the_mean_over_whole_showers_relative_to_the_centre(double radiusMm, double cosTheta)
    {
        FoldedResponse folded = FoldedResponse.Fold(Map, null, Templates, ResponseAnchor.Vertex, FiducialMm, Templates.Length, 2);

        // 41 x 41 nodes, linear between them; the ratio of folded to plain map varies by some 1e-3 over the volume.
        Assert.Equal(Direct(radiusMm, cosTheta) / Direct(0.0, 1.0), folded.EvaluateAzimuthalMean(radiusMm, cosTheta), 4e-4);
        Position point = Position.FromSpherical(radiusMm, cosTheta, 0.7);
        Assert.Equal(
            folded.EvaluateAzimuthalMean(radiusMm, cosTheta) * Map.Evaluate(point) / Map.AzimuthalMean(radiusMm, cosTheta), folded.Evaluate(point), 1e-12);
    }

    [Fact]
    public void Threads_do_not_change_it_and_a_map_without_spread_is_the_map()
    {
        FoldedResponse one = FoldedResponse.Fold(Map, null, Templates, ResponseAnchor.LightCentre, FiducialMm, 50, 1);
        FoldedResponse two = FoldedResponse.Fold(Map, null, Templates, ResponseAnchor.LightCentre, FiducialMm, 50, 2);
        ShowerTemplate[] point = [new(Position.Centre, [Position.Centre], [1.0], 1e4)];
        FoldedResponse plain = FoldedResponse.Fold(Map, null, point, ResponseAnchor.Vertex, FiducialMm, 1, 2);
        for (int i = 0; i < 200; i++)
        {
            double radiusMm = FiducialMm * Math.Cbrt((i + 0.5) / 200.0);
            double cosTheta = Math.Sin(11.0 * i);
            Assert.Equal(one.EvaluateAzimuthalMean(radiusMm, cosTheta), two.EvaluateAzimuthalMean(radiusMm, cosTheta));
            Assert.Equal(Map.AzimuthalMean(radiusMm, cosTheta) / Map.Evaluate(Position.Centre), plain.EvaluateAzimuthalMean(radiusMm, cosTheta), 1e-9);
        }
    }

    private static double Direct(double radiusMm, double cosTheta)
    {
        Position vertex = Position.FromSpherical(radiusMm, cosTheta, 0.0);
        double sum = 0;
        int whole = 0;
        foreach (ShowerTemplate template in Templates)
        {
            Position[] points = [.. template.Offsets.Select(offset => vertex + offset)];
            if (points.All(point => point.RadiusMm <= OuterMm))
            {
                whole++;
                sum += points.Zip(template.LightFractions, (point, fraction) => fraction * Map.Evaluate(point)).Sum();
            }
        }

        return sum / whole;
    }

    private static LightMap Tabulated()
    {
        LightMapGrid grid = new(OuterMm, 0.5 * OuterMm, 1);
        float[] axial = new float[(grid.RadialCells + 1) * (grid.PolarCells + 1)];
        for (int radial = 0; radial <= grid.RadialCells; radial++)
        {
            for (int pole = 0; pole <= grid.PolarCells; pole++)
            {
                double t = Math.Pow(grid.RadiusMm(radial) / OuterMm, 2);
                double cosTheta = PolarCoordinate.ToCosTheta(grid.Polar(pole));
                axial[(radial * (grid.PolarCells + 1)) + pole] = (float)(0.12 + (0.04 * t) - (0.022 * t * t * t) - (0.005 * t * t * cosTheta * cosTheta));
            }
        }

        return new LightMap(grid, axial, []);
    }
}
