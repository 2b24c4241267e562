using System.Collections.Immutable;
using Isolux.Campaign.Positioning;

namespace Isolux.Cli.Commands.Positioning;

/// <summary>One camera: null where its targets do not agree with a camera.</summary>
internal sealed record CameraCalibrationReport(
    string Name, double? FocalLengthPx, double? FocalLengthErrorPx, double? K1, double? K1Error, double? K2, double? K2Error, double? Chi2, int? Ndf, ImmutableArray<string> RejectedTargets)
{
    private const int FocalLength = 6;

    public static CameraCalibrationReport From(string name, CalibratedCamera? camera) => camera is null
        ? new CameraCalibrationReport(name, null, null, null, null, null, null, null, null, [])
        : new CameraCalibrationReport(
            name,
            camera.Camera.ParameterValues[FocalLength],
            camera.Covariance.Error(FocalLength),
            camera.Camera.ParameterValues[FocalLength + 1],
            camera.Covariance.Error(FocalLength + 1),
            camera.Camera.ParameterValues[FocalLength + 2],
            camera.Covariance.Error(FocalLength + 2),
            camera.Chi2,
            camera.DegreesOfFreedom,
            camera.Rejected);
}
