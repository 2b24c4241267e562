using Isolux.Detector.Light;

namespace Isolux.Detector.Documents;

/// <summary>How electrons turn into light: declared, and chosen, as one object.</summary>
/// <param name="DeltaCutMeV">Delta rays and bremsstrahlung photons above this kinetic energy are explicit, MeV.</param>
/// <param name="MaximumStepMm">Longest condensed step, mm.</param>
/// <param name="BirksConstantGPerCm2MeV">kB, g/cm2/MeV.</param>
/// <param name="CherenkovFactor">fC.</param>
/// <param name="CherenkovUnitScale">Factor on the Frank-Tamm yield that fC = 1 stands for.</param>
/// <param name="Straggling">Fluctuation of the energy loss below the cut.</param>
/// <param name="Bremsstrahlung">Whether hard photons are radiated.</param>
public sealed record ElectromagneticDocument(
    Measured DeltaCutMeV,
    Measured MaximumStepMm,
    Measured BirksConstantGPerCm2MeV,
    Measured CherenkovFactor,
    Measured CherenkovUnitScale,
    StragglingModel Straggling,
    BremsstrahlungModel Bremsstrahlung);
