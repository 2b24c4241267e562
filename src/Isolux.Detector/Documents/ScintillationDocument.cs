namespace Isolux.Detector.Documents;

/// <summary>Production of scintillation light.</summary>
/// <param name="PhotonsPerMeV">Photons per MeV of quenched energy.</param>
/// <param name="OpticalEfficiency">The one factor tuned to the light yield; multiplies every photon detection efficiency.</param>
/// <param name="EmissionSpectrum">Relative emission density; column emissionRelative against wavelengthNm.</param>
/// <param name="FixedWavelengthNm">The single wavelength of a monochromatic toy, nm; instead of a spectrum.</param>
/// <param name="TimeProfile">Decay components for electrons and gammas; without it light is prompt.</param>
public sealed record ScintillationDocument(
    Measured PhotonsPerMeV,
    Measured OpticalEfficiency,
    CurveDocument? EmissionSpectrum = null,
    Measured? FixedWavelengthNm = null,
    TimeProfileDocument? TimeProfile = null);
