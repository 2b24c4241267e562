using Isolux.Quantities;

namespace Isolux.Strategy.Resolution;

/// <summary>A row whose energies come from the real reconstruction of some of the shared events.</summary>
/// <param name="Row">The energies of the events that converged.</param>
/// <param name="Events">Which of the shared events they are; shape [energies][events].</param>
/// <param name="Vertices">Their reconstructed vertices; shape [energies][events].</param>
/// <param name="Simulated">Events reconstructed, of all energies together.</param>
internal sealed record ReconstructedRow(PromptRow Row, int[][] Events, Position[][] Vertices, int Simulated)
{
    /// <summary>Another row at the same events.</summary>
    public PromptRow Select(PromptRow row) =>
        row with { EnergiesMeV = [.. row.EnergiesMeV.Zip(Events, (values, indices) => Array.ConvertAll(indices, i => values[i]))] };

    /// <summary>Events that converged, of all energies together.</summary>
    public int Converged => Events.Sum(indices => indices.Length);
}
