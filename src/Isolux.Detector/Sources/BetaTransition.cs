namespace Isolux.Detector.Sources;

/// <summary>An allowed beta-minus transition.</summary>
/// <param name="EndpointMeV">Largest kinetic energy of the electron, MeV.</param>
/// <param name="DaughterAtomicNumber">Z of the daughter.</param>
/// <param name="WeakMagnetismPerMeV">Slope of the weak-magnetism correction in the electron's total energy, per MeV.</param>
public sealed record BetaTransition(double EndpointMeV, int DaughterAtomicNumber, double WeakMagnetismPerMeV);
