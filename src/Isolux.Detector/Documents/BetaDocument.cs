namespace Isolux.Detector.Documents;

/// <summary>An allowed beta-minus transition.</summary>
/// <param name="EndpointMeV">Largest kinetic energy, MeV.</param>
/// <param name="DaughterAtomicNumber">Z of the daughter.</param>
/// <param name="WeakMagnetismPerMeV">Slope of the weak-magnetism correction in the electron's total energy, per MeV.</param>
public sealed record BetaDocument(double EndpointMeV, int DaughterAtomicNumber, double WeakMagnetismPerMeV);
