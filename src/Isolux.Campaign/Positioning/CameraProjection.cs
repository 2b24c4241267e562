using Isolux.Numerics.Fitting;
using Isolux.Quantities;

namespace Isolux.Campaign.Positioning;

/// <summary>Derivatives of spots, and errors of spots from errors of what they are predicted with.</summary>
internal static class CameraProjection
{
    private const double StepMm = 1.0;
    private const double StepOfParameter = 1e-5;

    /// <summary>Derivatives of a spot by the coordinates of its place: [2, 3], pixels/mm; null where it is not seen.</summary>
    public static double[,]? ByPlace(PinholeCamera camera, Position place)
    {
        double[,] slopes = new double[2, 3];
        for (int k = 0; k < 3; k++)
        {
            Position step = new(k == 0 ? StepMm : 0, k == 1 ? StepMm : 0, k == 2 ? StepMm : 0);
            (double aheadU, double aheadV) = camera.Project(place + step);
            (double behindU, double behindV) = camera.Project(place - step);
            slopes[0, k] = (aheadU - behindU) / (2 * StepMm);
            slopes[1, k] = (aheadV - behindV) / (2 * StepMm);
        }

        return slopes.Cast<double>().All(double.IsFinite) ? slopes : null;
    }

    /// <summary>Derivatives of a spot by the parameters of its camera: [2, 9].</summary>
    public static double[,] ByParameters(PinholeCamera camera, Position mount, Position place)
    {
        double[] values = [.. camera.ParameterValues];
        double[,] slopes = new double[2, values.Length];
        for (int k = 0; k < values.Length; k++)
        {
            double step = StepOfParameter * Math.Max(Math.Abs(values[k]), 1.0);
            double kept = values[k];
            values[k] = kept + step;
            (double aheadU, double aheadV) = new PinholeCamera(mount, values).Project(place);
            values[k] = kept - step;
            (double behindU, double behindV) = new PinholeCamera(mount, values).Project(place);
            values[k] = kept;
            slopes[0, k] = (aheadU - behindU) / (2 * step);
            slopes[1, k] = (aheadV - behindV) / (2 * step);
        }

        return slopes;
    }

    /// <summary>The product of two matrices.</summary>
    public static double[,] Multiply(double[,] left, double[,] right)
    {
        double[,] product = new double[left.GetLength(0), right.GetLength(1)];
        for (int i = 0; i < left.GetLength(0); i++)
        {
            for (int j = 0; j < right.GetLength(1); j++)
            {
                for (int k = 0; k < left.GetLength(1); k++)
                {
                    product[i, j] += left[i, k] * right[k, j];
                }
            }
        }

        return product;
    }

    /// <summary>J V J^T of two rows J.</summary>
    public static CovarianceMatrix Sandwich(double[,] slopes, CovarianceMatrix covariance)
    {
        double[,] result = new double[2, 2];
        for (int a = 0; a < 2; a++)
        {
            for (int b = 0; b < 2; b++)
            {
                for (int i = 0; i < covariance.Count; i++)
                {
                    for (int j = 0; j < covariance.Count; j++)
                    {
                        result[a, b] += slopes[a, i] * covariance[i, j] * slopes[b, j];
                    }
                }
            }
        }

        return new CovarianceMatrix(result);
    }
}
