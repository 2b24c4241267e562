using Isolux.Numerics.Interpolation;

namespace Isolux.Detector.Photosensors;

/// <summary>
/// A type of photosensor: a half ellipsoid of revolution whose equator lies at the sensor's position and whose apex points along its axis.
/// Probability of a photoelectron = PDE(lambda) x acceptance(angle).
/// </summary>
/// <param name="Name">Name of the type.</param>
/// <param name="Kind">Large or small.</param>
/// <param name="SemiAxisAcrossMm">Semi-axis across the axis, mm.</param>
/// <param name="SemiAxisAlongMm">Semi-axis along the axis (towards the apex), mm.</param>
/// <param name="PhotonDetectionEfficiency">Probability of detection at normal incidence against wavelength in nm.</param>
/// <param name="Acceptance">Relative efficiency against the polar angle, in degrees, of the hit point on the bulb seen from the bulb's centre (0 = apex).</param>
/// <param name="WholeEllipsoid">Whether the whole ellipsoid is sensitive and solid (the toys' balls), or the front half.</param>
/// <param name="TransitTimeSpreadNs">Sigma of the transit time, ns.</param>
/// <param name="DarkRateHz">Dark rate, Hz.</param>
/// <param name="SinglePeResolution">Relative sigma of the single-photoelectron charge (dimensionless).</param>
public sealed record PhotosensorType(
    string Name,
    SensorKind Kind,
    double SemiAxisAcrossMm,
    double SemiAxisAlongMm,
    SampledCurve PhotonDetectionEfficiency,
    SampledCurve Acceptance,
    bool WholeEllipsoid,
    double TransitTimeSpreadNs,
    double DarkRateHz,
    double SinglePeResolution)
{
    private const double SPerNs = 1e-9;

    /// <summary>Mean dark counts of one sensor in a window, PE.</summary>
    /// <param name="windowNs">Length of the window, ns.</param>
    public double MeanDarkPe(double windowNs) => DarkRateHz * SPerNs * windowNs;
}
