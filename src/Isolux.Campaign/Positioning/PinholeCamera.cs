using System.Collections.Immutable;
using Isolux.Quantities;

namespace Isolux.Campaign.Positioning;

/// <summary>
/// A pinhole with radial distortion: with (X, Y, Z) the place in the frame of the camera, x = X/Z, y = Y/Z, r2 = x2 + y2, the spot is f (1 + k1 r2 + k2 r4) (x, y)
/// (D. C. Brown, Photogrammetric Engineering 37 (1971) 855). The frame is the one of a camera that looks at the centre of the detector with z upwards, turned by a small rotation vector.
/// </summary>
/// <remarks>Parameters in order: pupil x, y, z (mm), rotation about right, down and forward (rad), f (pixels), k1, k2.</remarks>
public sealed class PinholeCamera
{
    /// <summary>Number of parameters.</summary>
    public const int ParameterCount = 9;

    private const double LeastDepthMm = 1.0;
    private const int Iterations = 30;
    private readonly double[] _parameters;
    private readonly double[,] _axes;

    /// <summary>A camera.</summary>
    /// <param name="mount">Nominal pupil, which defines the frame the rotation turns.</param>
    /// <param name="values">The nine parameters.</param>
    /// <exception cref="ArgumentException">The parameters are not nine, or the mount is on the vertical axis.</exception>
    public PinholeCamera(Position mount, ReadOnlySpan<double> values)
    {
        if (values.Length != ParameterCount || mount.RhoMm <= 0)
        {
            throw new ArgumentException("A camera beside the vertical axis has nine parameters.", nameof(values));
        }

        _parameters = values.ToArray();
        _axes = Axes(mount, _parameters[3], _parameters[4], _parameters[5]);
    }

    /// <summary>The parameters.</summary>
    public ImmutableArray<double> ParameterValues => [.. _parameters];

    /// <summary>The spot of a place, pixels from the middle of the image; NaN for a place behind the camera.</summary>
    public (double UPx, double VPx) Project(Position place)
    {
        double dx = place.XMm - _parameters[0];
        double dy = place.YMm - _parameters[1];
        double dz = place.ZMm - _parameters[2];
        double depthMm = (_axes[2, 0] * dx) + (_axes[2, 1] * dy) + (_axes[2, 2] * dz);
        if (depthMm < LeastDepthMm)
        {
            return (double.NaN, double.NaN);
        }

        double x = ((_axes[0, 0] * dx) + (_axes[0, 1] * dy) + (_axes[0, 2] * dz)) / depthMm;
        double y = ((_axes[1, 0] * dx) + (_axes[1, 1] * dy) + (_axes[1, 2] * dz)) / depthMm;
        double scale = _parameters[6] * Distortion((x * x) + (y * y));
        return (scale * x, scale * y);
    }

    /// <summary>The ray on which a spot lies: the pupil and a direction of length 1; null where the distortion cannot be inverted.</summary>
    public (Position Pupil, Position Direction)? RayOf(double uPx, double vPx)
    {
        double radius = Math.Sqrt((uPx * uPx) + (vPx * vPx)) / _parameters[6];
        double tangent = radius;
        for (int i = 0; i < Iterations; i++)
        {
            tangent = radius / Distortion(tangent * tangent);
        }

        if (!(Math.Abs((tangent * Distortion(tangent * tangent)) - radius) < 1e-9 * (1.0 + radius)))
        {
            return null;
        }

        double shrink = radius > 0 ? tangent / (radius * _parameters[6]) : 0.0;
        double length = Math.Sqrt(1.0 + (tangent * tangent));
        double x = uPx * shrink / length;
        double y = vPx * shrink / length;
        double z = 1.0 / length;
        return (
            new Position(_parameters[0], _parameters[1], _parameters[2]),
            new Position(
                (_axes[0, 0] * x) + (_axes[1, 0] * y) + (_axes[2, 0] * z),
                (_axes[0, 1] * x) + (_axes[1, 1] * y) + (_axes[2, 1] * z),
                (_axes[0, 2] * x) + (_axes[1, 2] * y) + (_axes[2, 2] * z)));
    }

    private double Distortion(double tangentSquared) => 1.0 + (tangentSquared * (_parameters[7] + (_parameters[8] * tangentSquared)));

    // Rows are right, down and forward; the rotation vector w turns them by Rodrigues' formula about an axis given in their own frame.
    private static double[,] Axes(Position mount, double aboutRightRad, double aboutDownRad, double aboutForwardRad)
    {
        double radius = mount.RadiusMm;
        double rho = mount.RhoMm;
        double[] forward = [-mount.XMm / radius, -mount.YMm / radius, -mount.ZMm / radius];
        double[] right = [-mount.YMm / rho, mount.XMm / rho, 0.0];
        double[] down = Cross(forward, right);
        double[][] rows = [right, down, forward];
        double angle = Math.Sqrt((aboutRightRad * aboutRightRad) + (aboutDownRad * aboutDownRad) + (aboutForwardRad * aboutForwardRad));
        double sine = angle > 0 ? Math.Sin(angle) / angle : 1.0;
        double versine = angle > 0 ? (1.0 - Math.Cos(angle)) / (angle * angle) : 0.5;
        double[] w = [aboutRightRad, aboutDownRad, aboutForwardRad];
        double[,] axes = new double[3, 3];
        for (int row = 0; row < 3; row++)
        {
            double[] unit = [row == 0 ? 1.0 : 0.0, row == 1 ? 1.0 : 0.0, row == 2 ? 1.0 : 0.0];
            double[] once = Cross(w, unit);
            double[] twice = Cross(w, once);
            for (int column = 0; column < 3; column++)
            {
                for (int k = 0; k < 3; k++)
                {
                    axes[row, column] += (unit[k] + (sine * once[k]) + (versine * twice[k])) * rows[k][column];
                }
            }
        }

        return axes;
    }

    private static double[] Cross(double[] a, double[] b) =>
        [(a[1] * b[2]) - (a[2] * b[1]), (a[2] * b[0]) - (a[0] * b[2]), (a[0] * b[1]) - (a[1] * b[0])];
}
