namespace Isolux.Strategy.Resolution;

/// <summary>A row whose energies come from the real reconstruction of some of the shared events.</summary>
/// <param name="Row">The energies of the events that converged.</param>
/// <param name="Events">Which of the shared events they are; shape [energies][events].</param>
/// <param name="Simulated">Events reconstructed, of all energies together.</param>
internal sealed record ReconstructedRow(PromptRow Row, int[][] Events, int Simulated)
{
    /// <summary>Events that converged, of all energies together.</summary>
    public int Converged => Events.Sum(indices => indices.Length);
}
