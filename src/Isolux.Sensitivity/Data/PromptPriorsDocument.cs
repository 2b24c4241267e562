namespace Isolux.Sensitivity.Data;

/// <summary>Outside knowledge of parameters.</summary>
/// <param name="Sin2Theta13">sin^2 of the reactor angle.</param>
/// <param name="Sin2Theta13Error">Its error.</param>
/// <param name="Dm32Ev2">m3^2 - m2^2 in the normal ordering, eV2.</param>
/// <param name="Dm32ErrorEv2">Its error, eV2.</param>
/// <param name="Source">Where they come from.</param>
public sealed record PromptPriorsDocument(double Sin2Theta13, double Sin2Theta13Error, double Dm32Ev2, double Dm32ErrorEv2, string Source);
