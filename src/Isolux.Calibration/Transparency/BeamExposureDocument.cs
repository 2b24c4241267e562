namespace Isolux.Calibration.Transparency;

/// <summary>An exposure of a measurement of transparency.</summary>
/// <param name="Beam">Name of the beam, as the detector declares it.</param>
/// <param name="WavelengthNm">Wavelength, nm; one of those the detector declares.</param>
/// <param name="Pulses">Number of pulses.</param>
/// <param name="Table">CSV table with the columns <c>channel</c>, <c>chargePe</c> (of all pulses, dark noise included) and <c>darkPe</c> (mean dark noise in it); dead channels are left out.</param>
public sealed record BeamExposureDocument(string Beam, double WavelengthNm, long Pulses, string Table);
