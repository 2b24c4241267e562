namespace Isolux.Strategy.Summary;

/// <summary>How well vertex and energy of electrons of 1 MeV, even in the fiducial volume, are reconstructed from hits of ideal electronics.</summary>
/// <param name="VertexResolutionCmAt1MeV">Root mean square deviation of the vertex per axis, cm.</param>
/// <param name="EnergyBiasPercent">Mean of energy over that of the counted light of the event, minus 1, percent.</param>
/// <param name="ConvergedFraction">Fraction of the events whose maximum was found.</param>
/// <param name="EventsPerSecondPerCore">Speed of the reconstruction.</param>
public sealed record ReconstructionSummary(double VertexResolutionCmAt1MeV, double EnergyBiasPercent, double ConvergedFraction, double EventsPerSecondPerCore);
