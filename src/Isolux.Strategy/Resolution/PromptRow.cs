using System.Collections.Immutable;

namespace Isolux.Strategy.Resolution;

/// <summary>One row of the resolution table to be: its name and the corrected energies of the events of every kinetic energy.</summary>
/// <param name="Name">Name of the row.</param>
/// <param name="EnergiesMeV">Corrected energies, MeV; shape [energies][events].</param>
internal sealed record PromptRow(string Name, double[][] EnergiesMeV)
{
    /// <summary>
    /// Light yield in bootstrap replicas of its own calibration over the one the energies were made with, shape [replicas]; empty where the light yield is that of the campaign.
    /// </summary>
    public ImmutableArray<double> YieldReplicas { get; init; } = [];
}
