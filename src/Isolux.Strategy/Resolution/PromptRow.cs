namespace Isolux.Strategy.Resolution;

/// <summary>One row of the resolution table to be: its name and the corrected energies (MeV) of the events of every kinetic energy; shape [energies][events].</summary>
internal sealed record PromptRow(string Name, double[][] EnergiesMeV);
