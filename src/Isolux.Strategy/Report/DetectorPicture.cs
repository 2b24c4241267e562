using System.Collections.Immutable;

namespace Isolux.Strategy.Report;

/// <summary>A vertical cut through the detector with the calibration points.</summary>
/// <param name="Shells">Spherical shells from inside out.</param>
/// <param name="PhotosensorRadiusM">Radius of the sphere of photosensors, m; null where there is none.</param>
/// <param name="FiducialRadiusM">Radius of the fiducial volume, m; null where none is declared.</param>
/// <param name="Points">Calibration points.</param>
public sealed record DetectorPicture(
    ImmutableArray<PictureShell> Shells,
    double? PhotosensorRadiusM,
    double? FiducialRadiusM,
    ImmutableArray<PicturePoint> Points);
