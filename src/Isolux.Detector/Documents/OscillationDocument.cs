namespace Isolux.Detector.Documents;

/// <summary>Oscillation parameters that are taken for true.</summary>
/// <param name="Sin2Theta12">sin^2 of the solar angle.</param>
/// <param name="Sin2Theta13">sin^2 of the reactor angle.</param>
/// <param name="Dm21Ev2">m2^2 - m1^2, eV2.</param>
/// <param name="Dm32NormalEv2">m3^2 - m2^2 in the normal ordering, eV2.</param>
/// <param name="Dm32InvertedEv2">m3^2 - m2^2 in the inverted ordering, eV2; negative.</param>
/// <param name="Source">Where they come from.</param>
public sealed record OscillationDocument(double Sin2Theta12, double Sin2Theta13, double Dm21Ev2, double Dm32NormalEv2, double Dm32InvertedEv2, string Source);
