using Isolux.Simulation.Response;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Response;

public sealed class MapNodeTests
{
    private const double FalseAlarm = 1e-4;

    [Fact]
    public void Even_nodes_are_uniform_in_squared_radius_odd_ones_in_its_square_and_all_isotropic_and_replay_alone()
    {
        const double radiusMm = 17_700.0;
        MapNode[] nodes = [.. Enumerable.Range(0, 20_000).Select(i => MapNode.Draw(5, i, radiusMm))];
        double[] even = [.. nodes.Where((_, i) => i % 2 == 0).Select(node => node.RadiusMm)];
        double[] odd = [.. nodes.Where((_, i) => i % 2 == 1).Select(node => node.RadiusMm)];
        StatisticalAssert.Follows(even, r => Math.Pow(r / radiusMm, 2), FalseAlarm);
        StatisticalAssert.Follows(odd, r => Math.Pow(r / radiusMm, 4), FalseAlarm);
        StatisticalAssert.Follows([.. nodes.Select(node => node.CosTheta)], c => 0.5 * (c + 1.0), FalseAlarm);
        StatisticalAssert.Follows([.. nodes.Select(node => node.AzimuthTurns)], turns => turns, FalseAlarm);
        StatisticalAssert.RejectsMutant("uniform in volume", () => StatisticalAssert.Follows(even, r => Math.Pow(r / radiusMm, 3), FalseAlarm));
        Assert.Equal(nodes[1234], MapNode.Draw(5, 1234, radiusMm));
        Assert.NotEqual(nodes[1234], MapNode.Draw(6, 1234, radiusMm));
        Assert.All(nodes.Take(100), node => Assert.Equal(node.RadiusMm, node.Position.RadiusMm, 1e-6));
    }
}
