namespace Isolux.Simulation.Optics;

/// <summary>What a photon of one wavelength needs to know of the shell it is in.</summary>
/// <param name="RefractiveIndex">n.</param>
/// <param name="SlownessNsPerMm">Inverse group velocity, (n - lambda dn/dlambda)/c.</param>
/// <param name="InteractionPerMm">Absorption plus Rayleigh coefficient, 1/mm; 0 in a perfectly clear medium.</param>
/// <param name="MeanFreePathMm">Its inverse; infinite in a perfectly clear medium.</param>
/// <param name="AbsorptionFraction">Share of interactions that are absorptions.</param>
/// <param name="ReemissionProbability">Probability that an absorbed photon is re-emitted.</param>
/// <param name="ReemissionLifetimeNs">Mean delay of re-emission.</param>
internal readonly record struct MediumRow(
    float RefractiveIndex,
    float SlownessNsPerMm,
    float InteractionPerMm,
    float MeanFreePathMm,
    float AbsorptionFraction,
    float ReemissionProbability,
    float ReemissionLifetimeNs);
