using Isolux.Simulation.Response;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Response;

public sealed class MapNodeTests
{
    private const double FalseAlarm = 1e-4;

    [Fact]
    public void Nodes_are_uniform_in_squared_radius_cosine_and_azimuth_and_replay_alone()
    {
        const double radiusMm = 17_700.0;
        MapNode[] nodes = [.. Enumerable.Range(0, 20_000).Select(i => MapNode.Draw(5, i, radiusMm))];
        StatisticalAssert.Follows([.. nodes.Select(node => node.RadiusMm)], r => r * r / (radiusMm * radiusMm), FalseAlarm);
        StatisticalAssert.Follows([.. nodes.Select(node => node.CosTheta)], c => 0.5 * (c + 1.0), FalseAlarm);
        StatisticalAssert.Follows([.. nodes.Select(node => node.AzimuthTurns)], turns => turns, FalseAlarm);
        StatisticalAssert.RejectsMutant(
            "uniform in volume", () => StatisticalAssert.Follows([.. nodes.Select(node => node.RadiusMm)], r => Math.Pow(r / radiusMm, 3), FalseAlarm));
        Assert.Equal(nodes[1234], MapNode.Draw(5, 1234, radiusMm));
        Assert.NotEqual(nodes[1234], MapNode.Draw(6, 1234, radiusMm));
        Assert.All(nodes.Take(100), node => Assert.Equal(node.RadiusMm, node.Position.RadiusMm, 1e-6));
    }
}
