using System.Collections.Immutable;

namespace Isolux.Detector.Documents;

/// <summary>Reactor antineutrinos at a detector: cores, spectra, detection, oscillation, backgrounds and errors.</summary>
/// <param name="Cores">Cores by name.</param>
/// <param name="Isotopes">Fissioning isotopes by name.</param>
/// <param name="Spectra">Table of antineutrinos per MeV and fission: column energyMeV and one per isotope.</param>
/// <param name="NonEquilibrium">Table of the relative excess at equilibrium: column energyMeV and one per corrected isotope.</param>
/// <param name="SpentFuel">Table of spent fuel over running fuel: columns energyMeV and ratio.</param>
/// <param name="FluxScale">Factor that brings the spectra to the measured flux.</param>
/// <param name="TargetProtonCount">Free protons of the target.</param>
/// <param name="SelectionEfficiency">Fraction of inverse beta decays that is selected.</param>
/// <param name="DutyFraction">Fraction of the time a core runs at full power.</param>
/// <param name="MatterDensityGPerCm3">Mean density between reactors and detector, g/cm3.</param>
/// <param name="MatterDensityErrorPercent">Its error, percent.</param>
/// <param name="ElectronFraction">Electrons per nucleon of that matter.</param>
/// <param name="Oscillation">Oscillation parameters that are taken for true.</param>
/// <param name="ResolutionPercent">Energy resolution (a, b, c), percent with E in MeV.</param>
/// <param name="PositronNonLinearity">Table of visible over true energy of positrons: columns energyMeV (T + 1.022 MeV), ratio, and mode1, mode2, ... (eigenvectors of the covariance of the ratio, one standard error long).</param>
/// <param name="BackgroundShapes">Table of background densities: column visibleEnergyMeV and one per background.</param>
/// <param name="Backgrounds">Backgrounds by the name of their column.</param>
/// <param name="Errors">Relative errors.</param>
/// <param name="ShapeError">Table of the uncorrelated error per 20 keV: columns visibleEnergyMeV and errorPercent.</param>
/// <param name="PublishedIbdPerDay">Published selected events of all cores per day at full power, compared with, never an input.</param>
/// <param name="PublishedPrecision">Published relative errors of the parameters, compared with, never an input.</param>
/// <param name="PublishedOrdering">Published delta chi2 between the orderings, compared with, never an input.</param>
public sealed record ReactorsDocument(
    ImmutableSortedDictionary<string, ReactorCoreDocument> Cores,
    ImmutableSortedDictionary<string, FissionIsotopeDocument> Isotopes,
    CurveDocument Spectra,
    CurveDocument NonEquilibrium,
    CurveDocument SpentFuel,
    Measured FluxScale,
    Measured TargetProtonCount,
    Measured SelectionEfficiency,
    Measured DutyFraction,
    Measured MatterDensityGPerCm3,
    Measured MatterDensityErrorPercent,
    Measured ElectronFraction,
    OscillationDocument Oscillation,
    MeasuredList ResolutionPercent,
    CurveDocument PositronNonLinearity,
    CurveDocument BackgroundShapes,
    ImmutableSortedDictionary<string, ReactorBackgroundDocument> Backgrounds,
    ReactorErrorsDocument Errors,
    CurveDocument ShapeError,
    Measured? PublishedIbdPerDay = null,
    ImmutableArray<PublishedPrecisionDocument>? PublishedPrecision = null,
    PublishedOrderingDocument? PublishedOrdering = null);
