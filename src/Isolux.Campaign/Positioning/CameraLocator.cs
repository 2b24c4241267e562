using System.Collections.Immutable;
using Isolux.Detector.Positioning;
using Isolux.Numerics.Fitting;
using Isolux.Quantities;

namespace Isolux.Campaign.Positioning;

/// <summary>
/// The place of a source from its spots in calibrated cameras (CCD): least squares over all spots, started where their rays come closest. Errors of pixels and of the calibration enter.
/// </summary>
/// <remarks>The largest group of cameras that agree decides, and with fewer than declared there is no fix.</remarks>
public sealed class CameraLocator
{
    private const int Coordinates = 3;
    private readonly CameraArray _array;
    private readonly ImmutableDictionary<string, CalibratedCamera> _cameras;
    private readonly ImmutableDictionary<string, Position> _mounts;
    private readonly double _largestRadiusMm;

    /// <summary>A locator.</summary>
    /// <param name="array">Cameras and errors.</param>
    /// <param name="cameras">The calibrated ones.</param>
    public CameraLocator(CameraArray array, ImmutableArray<CalibratedCamera> cameras)
    {
        ArgumentNullException.ThrowIfNull(array);
        _array = array;
        _cameras = cameras.ToImmutableDictionary(camera => camera.Name, StringComparer.Ordinal);
        _mounts = array.Cameras.ToImmutableDictionary(camera => camera.Name, camera => camera.Position, StringComparer.Ordinal);

        // The source is inside the vessel, on whose wall the cameras sit.
        _largestRadiusMm = 1.02 * array.Cameras.Max(camera => camera.Position.RadiusMm);
    }

    /// <summary>Locates the source.</summary>
    /// <param name="spots">At most one spot per camera; those of cameras without calibration are left out.</param>
    /// <exception cref="ArgumentException">A camera is unknown or named twice, or a coordinate is not finite.</exception>
    public CameraFix Locate(ImmutableArray<CameraSpot> spots)
    {
        if (spots.Any(spot => !_mounts.ContainsKey(spot.Camera) || !double.IsFinite(spot.UPx) || !double.IsFinite(spot.VPx))
            || spots.Select(spot => spot.Camera).Distinct().Count() != spots.Length)
        {
            throw new ArgumentException("Every camera is declared and gives one finite spot.", nameof(spots));
        }

        ImmutableArray<CameraSpot> usable = [.. spots.Where(spot => _cameras.ContainsKey(spot.Camera))];
        (Agreement<PositionFix>? best, string? why) = AgreementSearch.Search(
            usable.Length, _array.LeastCameras, "calibrated cameras", members => Fit([.. members.Select(i => usable[i])]), fix => fix);
        return best is null
            ? new CameraFix(null, why, [])
            : new CameraFix(best.Estimate, null, [.. usable.Select((spot, i) => Residual(spot, best.Estimate.Position, best.Members.Contains(i) ? MeasureUse.Used : MeasureUse.Rejected))]);
    }

    private CameraResidual Residual(CameraSpot spot, Position place, MeasureUse use)
    {
        (double u, double v) = _cameras[spot.Camera].Camera.Project(place);
        return new CameraResidual(spot.Camera, spot.UPx - u, spot.VPx - v, use);
    }

    private PositionFix? Fit(ImmutableArray<CameraSpot> spots)
    {
        if (Meet(spots) is not { } start || start.RadiusMm > _largestRadiusMm)
        {
            return null;
        }

        double[] values = new double[2 * spots.Length];
        for (int i = 0; i < spots.Length; i++)
        {
            (values[2 * i], values[(2 * i) + 1]) = (spots[i].UPx, spots[i].VPx);
        }

        CovarianceMatrix covariance = OfSpots(spots, start);
        PinholeCamera[] cameras = [.. spots.Select(spot => _cameras[spot.Camera].Camera)];
        FitResult fit = new LeastSquaresFit(
            (parameters, predictions) =>
            {
                Position place = new(parameters[0], parameters[1], parameters[2]);
                for (int i = 0; i < cameras.Length; i++)
                {
                    (predictions[2 * i], predictions[(2 * i) + 1]) = cameras[i].Project(place);
                }
            },
            [FitParameter.Free("x", start.XMm), FitParameter.Free("y", start.YMm), FitParameter.Free("z", start.ZMm)]).Fit(values, covariance);
        return fit.Status == FitStatus.Converged && new Position(fit.Parameters[0], fit.Parameters[1], fit.Parameters[2]) is var found && found.RadiusMm <= _largestRadiusMm
            ? new PositionFix(found, fit.Covariance, fit.Chi2, fit.DegreesOfFreedom)
            : null;
    }

    // Errors of the pixels, of every camera, and of the targets that all cameras were calibrated with.
    private CovarianceMatrix OfSpots(ImmutableArray<CameraSpot> spots, Position place)
    {
        double[,] covariance = new double[2 * spots.Length, 2 * spots.Length];
        CalibratedCamera[] cameras = [.. spots.Select(spot => _cameras[spot.Camera])];
        double[][,] slopes = [.. cameras.Select(camera => CameraProjection.ByParameters(camera.Camera, _mounts[camera.Name], place))];
        ImmutableSortedDictionary<string, double[,]>[] byTarget =
            [.. cameras.Select((camera, i) => camera.ByTarget.ToImmutableSortedDictionary(target => target.Key, target => CameraProjection.Multiply(slopes[i], target.Value), StringComparer.Ordinal))];
        double targetVariance = _array.TargetErrorMm * _array.TargetErrorMm;
        for (int i = 0; i < spots.Length; i++)
        {
            CovarianceMatrix own = CameraProjection.Sandwich(slopes[i], cameras[i].Covariance);
            for (int a = 0; a < 2; a++)
            {
                for (int b = 0; b < 2; b++)
                {
                    covariance[(2 * i) + a, (2 * i) + b] = own[a, b] + (a == b ? _array.PixelErrorPx * _array.PixelErrorPx : 0.0);
                    for (int j = 0; j < i; j++)
                    {
                        double common = targetVariance * byTarget[i]
                            .Where(target => byTarget[j].ContainsKey(target.Key))
                            .Sum(target => Enumerable.Range(0, Coordinates).Sum(k => target.Value[a, k] * byTarget[j][target.Key][b, k]));
                        covariance[(2 * i) + a, (2 * j) + b] = common;
                        covariance[(2 * j) + b, (2 * i) + a] = common;
                    }
                }
            }
        }

        return new CovarianceMatrix(covariance);
    }

    // The place with the least sum of squared distances to the rays: sum (1 - d d^T) P = sum (1 - d d^T) C.
    private Position? Meet(ImmutableArray<CameraSpot> spots)
    {
        double[,] design = new double[Coordinates * spots.Length, Coordinates];
        double[] values = new double[Coordinates * spots.Length];
        for (int i = 0; i < spots.Length; i++)
        {
            if (_cameras[spots[i].Camera].Camera.RayOf(spots[i].UPx, spots[i].VPx) is not var (pupil, direction))
            {
                return null;
            }

            double[] d = [direction.XMm, direction.YMm, direction.ZMm];
            double[] c = [pupil.XMm, pupil.YMm, pupil.ZMm];
            for (int a = 0; a < Coordinates; a++)
            {
                for (int b = 0; b < Coordinates; b++)
                {
                    design[(Coordinates * i) + a, b] = (a == b ? 1.0 : 0.0) - (d[a] * d[b]);
                    values[(Coordinates * i) + a] += design[(Coordinates * i) + a, b] * c[b];
                }
            }
        }

        double[] errors = new double[values.Length];
        Array.Fill(errors, 1.0);
        FitResult meeting = LinearLeastSquares.Solve(design, values, errors);
        return meeting.Status == FitStatus.Converged ? new Position(meeting.Parameters[0], meeting.Parameters[1], meeting.Parameters[2]) : null;
    }
}
