using Isolux.Numerics.Interpolation;
using Xunit;

namespace Isolux.Tests.Numerics;

public sealed class ChebyshevNodesTests
{
    /// <summary>Polynomials of a degree below the number of nodes come out exactly; exp on (-0.7, 0.7) through 7 nodes within the bound 2 (0.35)^7 e^0.7 / 7! = 5e-7.</summary>
    [Fact]
    public void Smooth_functions_are_interpolated()
    {
        ChebyshevNodes nodes = new(7, -0.7, 0.7);
        double[] weights = new double[7];
        for (double x = -0.7; x <= 0.7; x += 0.01)
        {
            nodes.Weigh(x, weights);
            Assert.Equal(1.0, weights.Sum(), 1e-13);
            Assert.Equal(Math.Pow(x, 6) - (3 * x), weights.Zip(nodes.Nodes, (w, node) => w * (Math.Pow(node, 6) - (3 * node))).Sum(), 1e-13);
            Assert.Equal(Math.Exp(x), weights.Zip(nodes.Nodes, (w, node) => w * Math.Exp(node)).Sum(), 5e-7);
        }
    }

    [Fact]
    public void A_node_has_its_own_value()
    {
        ChebyshevNodes nodes = new(5, 1.0, 3.0);
        double[] weights = new double[5];
        nodes.Weigh(nodes.Nodes[3], weights);
        Assert.Equal([0, 0, 0, 1, 0], weights);
        Assert.Equal(nodes.Nodes.Order(), nodes.Nodes);
        Assert.Throws<ArgumentException>(() => nodes.Weigh(1.5, new double[4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChebyshevNodes(3, 1.0, 1.0));
    }
}
