using System.Collections.Immutable;
using Isolux.Detector.Positioning;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;

namespace Isolux.Campaign.Positioning;

/// <summary>Fits pupil, pointing, focal length and distortion of a camera to lights at known places, the survey of its pupil being one more measure.</summary>
/// <remarks>Errors of the targets count in the images they make. While the fit is improbable the target that fits worst is left out, up to a quarter of all.</remarks>
/// <param name="array">Cameras and errors.</param>
public sealed class CameraCalibrator(CameraArray array)
{
    /// <summary>Targets one camera must see: twice as many coordinates as parameters without the surveyed pupil.</summary>
    public const int LeastTargets = 6;

    private const double LargestRejectedFraction = 0.25;
    private const int PupilCoordinates = 3;

    /// <summary>Calibrates one camera.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="targets">Targets, of which those with a spot of this camera count.</param>
    /// <returns>The camera; null where too few targets agree.</returns>
    /// <exception cref="ArgumentException">There is no such camera.</exception>
    public CalibratedCamera? Calibrate(string name, ImmutableArray<CameraTarget> targets)
    {
        SurveyedMark mount = array.Cameras.FirstOrDefault(camera => camera.Name == name) ?? throw new ArgumentException($"There is no camera {name}.", nameof(name));
        List<(CameraTarget Target, CameraSpot Spot)> seen = [.. targets
            .Select(target => (target, Spot: target.Spots.FirstOrDefault(spot => spot.Camera == name)))
            .Where(pair => pair.Spot is not null)
            .Select(pair => (pair.target, pair.Spot!))];
        int least = Math.Max(LeastTargets, (int)Math.Ceiling((1.0 - LargestRejectedFraction) * seen.Count));
        List<string> rejected = [];
        while (seen.Count >= least)
        {
            if (Fit(mount.Position, seen) is not { Status: FitStatus.Converged } fit)
            {
                return null;
            }

            PinholeCamera camera = new(mount.Position, [.. fit.Parameters]);
            if (ChiSquared.UpperTailProbability(fit.Chi2, fit.DegreesOfFreedom) >= AgreementSearch.LeastProbability)
            {
                return new CalibratedCamera(name, camera, fit.Covariance, fit.Chi2, fit.DegreesOfFreedom, [.. seen.Select(pair => pair.Target.Name)], [.. rejected])
                {
                    ByTarget = seen.ToImmutableSortedDictionary(pair => pair.Target.Name, pair => ByTarget(camera, mount.Position, fit.Covariance, pair.Target.Position), StringComparer.Ordinal),
                };
            }

            (CameraTarget Target, CameraSpot Spot) worst = seen.MaxBy(pair => Miss(camera, pair.Target, pair.Spot));
            seen.Remove(worst);
            rejected.Add(worst.Target.Name);
        }

        return null;
    }

    private FitResult? Fit(Position mount, List<(CameraTarget Target, CameraSpot Spot)> seen)
    {
        double[] start = [mount.XMm, mount.YMm, mount.ZMm, 0, 0, 0, array.FocalLengthPx, array.DistortionK1Ratio, array.DistortionK2Ratio];
        int count = (2 * seen.Count) + PupilCoordinates;
        double[] values = new double[count];
        double[,] covariance = new double[count, count];
        PinholeCamera nominal = new(mount, start);
        for (int i = 0; i < seen.Count; i++)
        {
            (values[2 * i], values[(2 * i) + 1]) = (seen[i].Spot.UPx, seen[i].Spot.VPx);
            if (CameraProjection.ByPlace(nominal, seen[i].Target.Position) is not { } slopes)
            {
                return null;
            }

            CovarianceMatrix ofSpot = OfSpot(slopes);
            for (int a = 0; a < 2; a++)
            {
                for (int b = 0; b < 2; b++)
                {
                    covariance[(2 * i) + a, (2 * i) + b] = ofSpot[a, b];
                }
            }
        }

        for (int k = 0; k < PupilCoordinates; k++)
        {
            values[(2 * seen.Count) + k] = start[k];
            covariance[(2 * seen.Count) + k, (2 * seen.Count) + k] = array.SurveyErrorMm * array.SurveyErrorMm;
        }

        string[] names = ["x", "y", "z", "about right", "about down", "about forward", "focal length", "k1", "k2"];
        return new LeastSquaresFit(
            (parameters, predictions) =>
            {
                PinholeCamera camera = new(mount, parameters);
                for (int i = 0; i < seen.Count; i++)
                {
                    (predictions[2 * i], predictions[(2 * i) + 1]) = camera.Project(seen[i].Target.Position);
                }

                parameters[..PupilCoordinates].CopyTo(predictions[(2 * seen.Count)..]);
            },
            [.. names.Zip(start, FitParameter.Free)]).Fit(values, new CovarianceMatrix(covariance));
    }

    // Errors of the pixels and of the place of the target.
    private CovarianceMatrix OfSpot(double[,] byPlace)
    {
        CovarianceMatrix ofTarget = CameraProjection.Sandwich(byPlace, CovarianceMatrix.FromErrors([array.TargetErrorMm, array.TargetErrorMm, array.TargetErrorMm]));
        double pixels = array.PixelErrorPx * array.PixelErrorPx;
        return new CovarianceMatrix(new[,] { { ofTarget[0, 0] + pixels, ofTarget[0, 1] }, { ofTarget[1, 0], ofTarget[1, 1] + pixels } });
    }

    // Least squares answers a shifted spot with C J^T V^-1 times the shift.
    private double[,] ByTarget(PinholeCamera camera, Position mount, CovarianceMatrix covariance, Position place)
    {
        double[,] byPlace = CameraProjection.ByPlace(camera, place)!;
        double[,] byParameters = CameraProjection.ByParameters(camera, mount, place);
        CovarianceMatrix v = OfSpot(byPlace);
        double determinant = (v[0, 0] * v[1, 1]) - (v[0, 1] * v[0, 1]);
        double[,] inverse = { { v[1, 1] / determinant, -v[0, 1] / determinant }, { -v[0, 1] / determinant, v[0, 0] / determinant } };
        double[,] weighted = CameraProjection.Multiply(inverse, byPlace);
        double[,] shift = new double[PinholeCamera.ParameterCount, 3];
        for (int k = 0; k < PinholeCamera.ParameterCount; k++)
        {
            for (int j = 0; j < 3; j++)
            {
                shift[k, j] = (byParameters[0, k] * weighted[0, j]) + (byParameters[1, k] * weighted[1, j]);
            }
        }

        return CameraProjection.Multiply(covariance.ToArray(), shift);
    }

    private static double Miss(PinholeCamera camera, CameraTarget target, CameraSpot spot)
    {
        (double u, double v) = camera.Project(target.Position);
        return ((u - spot.UPx) * (u - spot.UPx)) + ((v - spot.VPx) * (v - spot.VPx));
    }
}
