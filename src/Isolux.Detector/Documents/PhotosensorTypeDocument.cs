using Isolux.Detector.Photosensors;

namespace Isolux.Detector.Documents;

/// <summary>A type of photosensor.</summary>
/// <param name="Kind">Large or small.</param>
/// <param name="Shape">Front half or whole ellipsoid.</param>
/// <param name="SemiAxisAcrossM">Semi-axis across the sensor's axis, m.</param>
/// <param name="SemiAxisAlongM">Semi-axis towards the apex, m.</param>
/// <param name="PhotonDetectionEfficiency">Probability of a photoelectron at the reference wavelength where the acceptance is 1.</param>
/// <param name="Acceptance">Relative efficiency against the polar angle on the bulb; column acceptance against angleDegrees.</param>
/// <param name="TransitTimeSpreadNs">Sigma of the transit time, ns.</param>
/// <param name="DarkRateHz">Dark rate, Hz.</param>
/// <param name="SinglePeResolution">Relative sigma of the single-photoelectron charge.</param>
/// <param name="ReferenceWavelengthNm">Wavelength the efficiency is quoted at, nm; needed with a shape.</param>
/// <param name="QuantumEfficiencyShape">Shape of the efficiency against wavelength; column quantumEfficiency. Without it the efficiency does not depend on wavelength.</param>
public sealed record PhotosensorTypeDocument(
    SensorKind Kind,
    SensorShape Shape,
    Measured SemiAxisAcrossM,
    Measured SemiAxisAlongM,
    Measured PhotonDetectionEfficiency,
    CurveDocument Acceptance,
    Measured TransitTimeSpreadNs,
    Measured DarkRateHz,
    Measured SinglePeResolution,
    Measured? ReferenceWavelengthNm = null,
    CurveDocument? QuantumEfficiencyShape = null);
