using Isolux.Detector.Geometry;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Response;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Response;

/// <summary>Fits of known functions, from noiseless and noisy nodes.</summary>
public sealed class LightMapFitTests
{
    private const double RadiusMm = 17_700.0;
    private const int Nodes = 3000;
    private static readonly LightMapGrid Grid = new(RadiusMm, 0.5 * RadiusMm, 6);
    private static readonly OpaqueBar[] Bars =
        [.. Enumerable.Range(0, 6).Select(i => new OpaqueBar(
            "supportBar", Position.FromSpherical(17_820, 0.3, Math.PI * i / 3.0), Position.FromSpherical(19_400, 0.3, Math.PI * i / 3.0), 100))];

    [Fact]
    public void A_function_of_the_span_comes_back_exactly_bars_included()
    {
        // Made-up shapes: a bar takes less of farther points, and a kink in radius that no spline of the basis follows.
        ShadowField shadow = new(Bars, Grid, (radial, halfChord) => 1e-3 / (Math.Pow(halfChord, 2) + Math.Pow(1.1 - (Grid.AzimuthalRadiusMm(radial) / RadiusMm), 2)));
        LightMapBasis basis = new(Grid, [new Kink(), shadow]);
        LightMapFit fit = Solve(basis, node => InSpan(node.RadiusMm, node.CosTheta) + (0.05 * new Kink().At(node.RadiusMm, 0, 0)) + Shadowed(shadow, node));
        LightMap map = fit.Tabulate();
        foreach ((int radial, int pole) in new[] { (0, 0), (30, 100), (177, 300), (380, 256), (442, 512) })
        {
            double radiusMm = basis.Grid.RadiusMm(radial);
            double cosTheta = PolarCoordinate.ToCosTheta(basis.Grid.Polar(pole));

            // The tables are single precision and the ridge is 1e-9 of the information.
            Assert.Equal(InSpan(radiusMm, cosTheta) + (0.05 * new Kink().At(radiusMm, 0, 0)) + MeanShadow(shadow, basis.Grid, radiusMm, cosTheta), map.AzimuthalMean(radiusMm, cosTheta), 2e-5);
        }

        foreach ((int radial, int pole, int azimuth) in new[] { (20, 50, 0), (30, 60, 18), (38, 55, 1) })
        {
            MapNode node = new(basis.Grid.AzimuthalRadiusMm(radial), PolarCoordinate.ToCosTheta(basis.Grid.AzimuthalPolar(pole)), basis.Grid.AzimuthTurns(azimuth));
            double truth = InSpan(node.RadiusMm, node.CosTheta) + (0.05 * new Kink().At(node.RadiusMm, 0, 0)) + Shadowed(shadow, node);
            Assert.Equal(truth, map.Evaluate(node.Position), 5e-5);
            Assert.Equal(map.Evaluate(node.Position), map.Evaluate((node with { AzimuthTurns = node.AzimuthTurns + (1.0 / 6.0) }).Position), 1e-6);
        }

        Assert.Equal(0.0, map.Evaluate(0, 0, RadiusMm + 1.0));
        Assert.Equal(0.0, map.AzimuthalMean(RadiusMm + 1.0, 0.0));
    }

    [Fact]
    public void A_smooth_function_outside_the_span_is_followed_to_a_tenth_of_a_percent()
    {
        LightMap map = Solve(new LightMapBasis(Grid, []), node => Smooth(node.RadiusMm, node.CosTheta)).Tabulate();
        double worst = 0;
        for (int i = 0; i < 2000; i++)
        {
            MapNode place = MapNode.Draw(99, i, 0.98 * RadiusMm);
            worst = Math.Max(worst, Math.Abs((map.Evaluate(place.Position) / Smooth(place.RadiusMm, place.CosTheta)) - 1.0));
        }

        // The noise of a map is to stay below 0.1 %, so its basis must not do worse anywhere.
        Assert.True(worst < 1e-3, $"worst relative deviation {worst:G3}");
    }

    [Fact]
    public void Noise_of_the_nodes_gives_standard_pulls_and_a_chi2_of_one_per_degree_of_freedom()
    {
        // 2048 photons a node whose score has a variance of 0.1 each. Pulls at neighbouring places share parameters (about 200), so their rms scatters by
        // 1/sqrt(2 x 200) = 5 %; five times that is allowed (false alarm below 1e-5).
        const int photons = 2048;
        const double variance = 0.1;
        LightMapBasis basis = new(Grid, []);
        MapNode[] nodes = DrawNodes();
        double[] scores = new double[Nodes];
        for (int i = 0; i < Nodes; i++)
        {
            RandomSequence random = new(3, 0, RandomStream.Toy, (uint)i, 0);
            scores[i] = InSpan(nodes[i].RadiusMm, nodes[i].CosTheta) + (Math.Sqrt(variance / photons) * random.NextNormal());
        }

        LightMapFit fit = LightMapFit.Solve(basis, nodes, scores, photons, variance);
        StatisticalAssert.Agrees(fit.Chi2PerNdf, Math.Sqrt(2.0 / (Nodes - basis.Count)), 1.0, 1e-4);
        LightMap map = fit.Tabulate();
        double squares = 0;
        const int places = 2000;
        for (int i = 0; i < places; i++)
        {
            MapNode place = MapNode.Draw(98, i, RadiusMm);
            double pull = (map.Evaluate(place.Position) - InSpan(place.RadiusMm, place.CosTheta)) / fit.StandardError(place.RadiusMm, place.CosTheta, place.AzimuthTurns);
            squares += pull * pull;
        }

        Assert.InRange(Math.Sqrt(squares / places), 0.75, 1.25);
    }

    private static LightMapFit Solve(LightMapBasis basis, Func<MapNode, double> scoreOf)
    {
        MapNode[] nodes = DrawNodes();
        return LightMapFit.Solve(basis, nodes, Array.ConvertAll(nodes, node => scoreOf(node)), 2048, 0.1);
    }

    private static MapNode[] DrawNodes() => [.. Enumerable.Range(0, Nodes).Select(i => MapNode.Draw(97, i, RadiusMm))];

    // Cubic in t = (r/R)^2; angular terms fade in with t^3, as in the basis, which has no fine angular structure near the centre.
    private static double InSpan(double radiusMm, double cosTheta)
    {
        double fraction = radiusMm / RadiusMm;
        double t = fraction * fraction;
        return 0.12 + (0.03 * t) - (0.02 * t * t) + (0.01 * t * t * t)
            + (0.008 * t * t * t * fraction * cosTheta)
            + (0.004 * t * t * t * t * 0.5 * ((3.0 * cosTheta * cosTheta) - 1.0));
    }

    private static double Smooth(double radiusMm, double cosTheta)
    {
        double z = radiusMm / RadiusMm * cosTheta;
        double t = radiusMm / RadiusMm * (radiusMm / RadiusMm);
        return 0.12 * Math.Exp((0.2 * Math.Sin(2.0 * t)) - (0.05 * z * z * t) + (0.02 * z * t * t));
    }

    private static double Shadowed(ShadowField shadow, MapNode node) =>
        ShadowStrength(node.RadiusMm) * shadow.At(node.RadiusMm, PolarCoordinate.FromCosTheta(node.CosTheta), node.AzimuthTurns);

    private static double MeanShadow(ShadowField shadow, LightMapGrid grid, double radiusMm, double cosTheta)
    {
        double polar = PolarCoordinate.FromCosTheta(cosTheta);
        return ShadowStrength(radiusMm) * Enumerable.Range(0, grid.AzimuthalCells).Average(i => shadow.At(radiusMm, polar, grid.AzimuthTurns(i)));
    }

    private static double ShadowStrength(double radiusMm)
    {
        double t = radiusMm / RadiusMm * (radiusMm / RadiusMm);
        return t > 0.25 ? -0.2 * Math.Pow(t - 0.25, 3) : 0.0;
    }

    private sealed class Kink : ILightShape
    {
        public bool DependsOnAzimuth => false;

        public double At(double radiusMm, double polar, double azimuthTurns) => -Math.Sqrt(Math.Max(0.0, (radiusMm / RadiusMm) - 0.9));
    }
}
