namespace Isolux.Detector.Documents;

/// <summary>
/// Optical properties of a medium against the vacuum wavelength (column wavelengthNm). A length given at the reference wavelength scales its
/// table as a whole, so that the table supplies the shape only.
/// </summary>
/// <param name="RefractiveIndex">Phase index; column refractiveIndex.</param>
/// <param name="AbsorptionLengthM">Absorption length, m; column absorptionLengthM.</param>
/// <param name="AbsorptionLengthAtReferenceM">Absorption length at the reference wavelength, m.</param>
/// <param name="RayleighLengthM">Rayleigh scattering length, m; column rayleighLengthM.</param>
/// <param name="RayleighLengthAtReferenceM">Rayleigh scattering length at the reference wavelength, m.</param>
/// <param name="ReferenceWavelengthNm">The wavelength at which lengths are configured, nm.</param>
/// <param name="Reemission">Re-emission of absorbed light.</param>
public sealed record MediumDocument(
    CurveDocument RefractiveIndex,
    CurveDocument? AbsorptionLengthM = null,
    Measured? AbsorptionLengthAtReferenceM = null,
    CurveDocument? RayleighLengthM = null,
    Measured? RayleighLengthAtReferenceM = null,
    Measured? ReferenceWavelengthNm = null,
    ReemissionDocument? Reemission = null);
