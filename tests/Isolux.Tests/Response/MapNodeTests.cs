using Isolux.Simulation.Response;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Response;

public sealed class MapNodeTests
{
    private const double FalseAlarm = 1e-4;

    [Fact]
    public void Even_nodes_are_uniform_in_r_squared_odd_ones_in_r_to_the_eighth_all_uniform_in_both_angles_and_replay_alone()
    {
        const double radiusMm = 17_700.0;
        MapNode[] nodes = [.. Enumerable.Range(0, 20_000).Select(i => MapNode.Draw(5, i, radiusMm))];
        double[] even = [.. nodes.Where((_, i) => i % 2 == 0).Select(node => node.RadiusMm)];
        double[] odd = [.. nodes.Where((_, i) => i % 2 == 1).Select(node => node.RadiusMm)];
        StatisticalAssert.Follows(even, r => Math.Pow(r / radiusMm, 2), FalseAlarm);
        StatisticalAssert.Follows(odd, r => Math.Pow(r / radiusMm, 8), FalseAlarm);
        StatisticalAssert.Follows([.. nodes.Select(node => Math.Acos(node.CosTheta))], theta => theta / Math.PI, FalseAlarm);
        StatisticalAssert.Follows([.. nodes.Select(node => node.AzimuthTurns)], turns => turns, FalseAlarm);
        StatisticalAssert.RejectsMutant("uniform in volume", () => StatisticalAssert.Follows(even, r => Math.Pow(r / radiusMm, 3), FalseAlarm));
        Assert.Equal(nodes[1234], MapNode.Draw(5, 1234, radiusMm));
        Assert.NotEqual(nodes[1234], MapNode.Draw(6, 1234, radiusMm));
        Assert.All(nodes.Take(100), node => Assert.Equal(node.RadiusMm, node.Position.RadiusMm, 1e-6));
    }

    [Fact]
    public void Weighted_nodes_are_isotropic()
    {
        // Moments of an isotropic cos(theta): 1, 0, 1/3. The weighted mean of f scatters by the rms of w f over sqrt(n), at most pi/2 / sqrt(20,000) = 0.011; five times that.
        MapNode[] nodes = [.. Enumerable.Range(0, 20_000).Select(i => MapNode.Draw(5, i, 1.0))];
        Assert.Equal(1.0, nodes.Average(node => node.IsotropicWeight), 0.02);
        Assert.Equal(0.0, nodes.Average(node => node.IsotropicWeight * node.CosTheta), 0.02);
        Assert.Equal(1.0 / 3.0, nodes.Average(node => node.IsotropicWeight * node.CosTheta * node.CosTheta), 0.01);
        Assert.NotEqual(1.0 / 3.0, nodes.Average(node => node.CosTheta * node.CosTheta), 0.1);
    }
}
