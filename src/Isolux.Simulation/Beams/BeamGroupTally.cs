using Isolux.Events.Beams;
using Isolux.Numerics.Elementary;

namespace Isolux.Simulation.Beams;

/// <summary>Detected light of groups of channels in scintillators of other absorption and scattering, from the paths of the same photons.</summary>
internal sealed class BeamGroupTally(int groups)
{
    private const int Nodes = BeamTemplate.NodeCount;
    private static readonly double[] s_factors = [.. BeamTemplate.LogNodes.Nodes.Select(Elementary64.Exp)];
    private readonly double[] _light = new double[groups * Nodes * Nodes];
    private readonly double[] _sums = new double[groups];
    private readonly double[] _squares = new double[groups];
    private readonly double[] _reemissions = new double[groups];

    /// <summary>Adds a photon detected with a probability.</summary>
    public void Add(int group, double probability, double absorptionDepth, double rayleighDepth, int reemissions, int scatterings)
    {
        _sums[group] += probability;
        _squares[group] += probability * probability;
        _reemissions[group] += probability * reemissions;
        Span<double> scattering = stackalloc double[Nodes];
        for (int j = 0; j < Nodes; j++)
        {
            scattering[j] = Weight(j, rayleighDepth, scatterings);
        }

        for (int i = 0; i < Nodes; i++)
        {
            double absorption = probability * Weight(i, absorptionDepth, reemissions);
            Span<double> row = _light.AsSpan(((group * Nodes) + i) * Nodes, Nodes);
            for (int j = 0; j < Nodes; j++)
            {
                row[j] += absorption * scattering[j];
            }
        }
    }

    public void Add(BeamGroupTally other)
    {
        Add(_light, other._light);
        Add(_sums, other._sums);
        Add(_squares, other._squares);
        Add(_reemissions, other._reemissions);
    }

    /// <summary>Whether no photon reached a group.</summary>
    public bool IsEmpty(int group) => _sums[group] <= 0;

    /// <summary>ln(light per photon) of a group at every node.</summary>
    public IEnumerable<double> LogLight(int group, double photons) =>
        _light.Skip(group * Nodes * Nodes).Take(Nodes * Nodes).Select(light => Math.Log(light / photons));

    public double RelativeError(int group) => Math.Sqrt(_squares[group]) / _sums[group];

    public double MeanReemissions(int group) => _reemissions[group] / _sums[group];

    /// <summary>Weight of a photon where a coefficient is larger by the factor of a node: factor^interactions x exp((1 - factor) depth).</summary>
    private static double Weight(int node, double depth, int interactions) =>
        Elementary64.Exp((interactions * BeamTemplate.LogNodes.Nodes[node]) + ((1.0 - s_factors[node]) * depth));

    private static void Add(double[] sums, double[] terms)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += terms[i];
        }
    }
}
