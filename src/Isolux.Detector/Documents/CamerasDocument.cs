namespace Isolux.Detector.Documents;

/// <summary>Positioning by cameras.</summary>
/// <param name="Pupils">Surveyed pupils of the cameras.</param>
/// <param name="PointingErrorDegrees">Rotation of a camera about any axis before calibration, degrees.</param>
/// <param name="FocalLengthPx">Focal length in the scintillator, pixels.</param>
/// <param name="FocalLengthErrorFraction">Its relative error before calibration.</param>
/// <param name="HalfImagePx">Half of the edge of the square image, pixels.</param>
/// <param name="DistortionK1Ratio">Radial distortion, coefficient of the square of the tangent.</param>
/// <param name="DistortionK2Ratio">Radial distortion, coefficient of its fourth power.</param>
/// <param name="PixelErrorPx">Error of each coordinate of a spot, pixels.</param>
/// <param name="TargetErrorM">Error of each coordinate of a calibration target, m.</param>
/// <param name="LeastCameras">Cameras that must agree on a place, 2 or more.</param>
/// <param name="FalseSpotProbability">Probability that a camera takes a reflection for the source.</param>
public sealed record CamerasDocument(
    SurveyDocument Pupils,
    Measured PointingErrorDegrees,
    Measured FocalLengthPx,
    Measured FocalLengthErrorFraction,
    Measured HalfImagePx,
    Measured DistortionK1Ratio,
    Measured DistortionK2Ratio,
    Measured PixelErrorPx,
    Measured TargetErrorM,
    MeasuredCount LeastCameras,
    Measured FalseSpotProbability);
