namespace Isolux.Detector.Light;

/// <summary>
/// The one declared object that decides how electrons turn into light: these values belong together and are chosen together
/// from gamma ratios and electron widths at the centre.
/// </summary>
/// <param name="DeltaCutMeV">Delta rays and bremsstrahlung photons above this kinetic energy are made explicitly, MeV.</param>
/// <param name="MaximumStepMm">Longest condensed step of an electron, mm.</param>
/// <param name="BirksConstantGPerCm2MeV">kB, g/cm2/MeV.</param>
/// <param name="CherenkovFactor">fC; 1 means <paramref name="CherenkovUnitScale"/> times the Frank-Tamm yield (dimensionless).</param>
/// <param name="CherenkovUnitScale">Factor on the Frank-Tamm yield that fC = 1 stands for (dimensionless).</param>
/// <param name="Straggling">Fluctuation of the energy loss below the cut.</param>
/// <param name="Bremsstrahlung">Whether hard bremsstrahlung is made.</param>
public sealed record ElectromagneticModel(
    double DeltaCutMeV,
    double MaximumStepMm,
    double BirksConstantGPerCm2MeV,
    double CherenkovFactor,
    double CherenkovUnitScale,
    StragglingModel Straggling,
    BremsstrahlungModel Bremsstrahlung);
