using System.Collections.Immutable;

namespace Isolux.Detector.Positioning;

/// <summary>Cameras on the wall that look at the centre and see the light of the source (CCD). All are of one make.</summary>
/// <param name="Cameras">The pupils of the cameras.</param>
/// <param name="SurveyErrorMm">Error of each coordinate of a pupil before calibration, mm.</param>
/// <param name="PointingErrorRad">Rotation of a camera about any axis before calibration, rad.</param>
/// <param name="FocalLengthPx">Focal length in the scintillator, pixels.</param>
/// <param name="FocalLengthErrorFraction">Its relative error before calibration.</param>
/// <param name="HalfImagePx">Half of the edge of the square image, pixels.</param>
/// <param name="DistortionK1Ratio">Radial distortion, coefficient of the square of the tangent.</param>
/// <param name="DistortionK2Ratio">Radial distortion, coefficient of its fourth power.</param>
/// <param name="PixelErrorPx">Error of each coordinate of a spot, pixels.</param>
/// <param name="TargetErrorMm">Error of each coordinate of a calibration target, mm.</param>
/// <param name="LeastCameras">Cameras that must agree on a place.</param>
/// <param name="FalseSpotProbability">Probability that a camera takes a reflection for the source; used by simulation alone.</param>
public sealed record CameraArray(
    ImmutableArray<SurveyedMark> Cameras,
    double SurveyErrorMm,
    double PointingErrorRad,
    double FocalLengthPx,
    double FocalLengthErrorFraction,
    double HalfImagePx,
    double DistortionK1Ratio,
    double DistortionK2Ratio,
    double PixelErrorPx,
    double TargetErrorMm,
    int LeastCameras,
    double FalseSpotProbability);
