using System.Collections.Immutable;

namespace Isolux.Numerics.Interpolation;

/// <summary>
/// Interpolation of smooth functions by the polynomial through their values at Chebyshev points of the first kind, in barycentric form.
/// J.-P. Berrut and L. N. Trefethen, Barycentric Lagrange interpolation, SIAM Review 46 (2004) 501, equations 4.2 and 5.3.
/// </summary>
public sealed class ChebyshevNodes
{
    private readonly double[] _barycentric;

    /// <summary>Nodes on an interval.</summary>
    /// <param name="count">Number of nodes, at least 1; the polynomial's degree is one less.</param>
    /// <param name="lower">Lower end of the interval.</param>
    /// <param name="upper">Upper end of it.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no node or no interval.</exception>
    public ChebyshevNodes(int count, double lower, double upper)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(upper, lower);
        double[] angles = [.. Enumerable.Range(0, count).Select(i => ((2.0 * i) + 1.0) * Math.PI / (2.0 * count))];
        Nodes = [.. angles.Select(angle => (0.5 * (lower + upper)) - (0.5 * (upper - lower) * Math.Cos(angle)))];
        _barycentric = [.. angles.Select((angle, i) => (i % 2 == 0 ? 1.0 : -1.0) * Math.Sin(angle))];
    }

    /// <summary>The nodes, increasing.</summary>
    public ImmutableArray<double> Nodes { get; }

    /// <summary>What the value at each node contributes at a point.</summary>
    /// <param name="x">The point; beyond the interval the polynomial goes on.</param>
    /// <param name="weights">Receives one weight per node; they sum to 1.</param>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    public void Weigh(double x, Span<double> weights)
    {
        if (weights.Length != _barycentric.Length)
        {
            throw new ArgumentException($"There are {_barycentric.Length} nodes but room for {weights.Length} weights.", nameof(weights));
        }

        int node = Nodes.IndexOf(x);
        if (node >= 0)
        {
            weights.Clear();
            weights[node] = 1.0;
            return;
        }

        double sum = 0.0;
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = _barycentric[i] / (x - Nodes[i]);
            sum += weights[i];
        }

        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] /= sum;
        }
    }
}
