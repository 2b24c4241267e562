using Isolux.Simulation.Response;

namespace Isolux.Strategy.Reconstruction;

/// <summary>
/// Takes the statistical noise out of a hit pattern's profile. Near the centre a smooth function of the point is a sum over l of r^l (a_l + b_l r^2) P_l(cos gamma) with few terms; these are fitted to
/// the inner rows. Farther out quadratics are fitted to the neighbours of every cell, along s = sin(gamma/2), over fewer columns towards the edge, then along the narrow rows near the edge.
/// </summary>
internal static class ProfileSmoother
{
    private const double CentralRadiusMm = 5_000.0;
    private const double FittedRadiusMm = 6_500.0;
    private const int HighestOrder = 6;
    private const double WidestColumns = 9.0;
    private const double NarrowestColumns = 2.0;
    private const double ScaleColumns = 6.0;
    private const double ScaleMm = 8_000.0;
    private const double RowHalfWidthMm = 60.0;
    private static readonly double[] CentralRadiiMm = [0.0, 400.0, 800.0, 1200.0, 1600.0, 2000.0, 2400.0, 2800.0, 3200.0, 3600.0, 4000.0, 4500.0, CentralRadiusMm];

    /// <summary>The smooth profile on rows of its own, shape [radii, columns].</summary>
    public static (double[] RadiiMm, double[] Profile) Smooth(HitPatternNumbers numbers)
    {
        int columns = numbers.Columns;
        int firstOuter = Array.FindIndex(numbers.RadiiMm, radius => radius > CentralRadiusMm);
        double[] outer = AlongRows(AlongColumns(numbers), numbers.RadiiMm, columns);
        return (
            [.. CentralRadiiMm, .. numbers.RadiiMm[firstOuter..]],
            [.. Central(numbers), .. outer.AsSpan(firstOuter * columns)]);
    }

    private static double[] AlongColumns(HitPatternNumbers numbers)
    {
        int columns = numbers.Columns;
        double[] smooth = new double[numbers.ProfileRatio.Length];
        double[] s = [.. Enumerable.Range(0, columns).Select(column => (column + 0.5) / columns)];
        for (int row = 1; row < numbers.RadiiMm.Length; row++)
        {
            double halfWidth = Math.Clamp(ScaleColumns * ScaleMm / numbers.RadiiMm[row], NarrowestColumns, WidestColumns) / columns;
            for (int column = 0; column < columns; column++)
            {
                smooth[(row * columns) + column] = LocalQuadratic.Fit(s, numbers.ProfileRatio.AsSpan(row * columns, columns), s, s[column], halfWidth);
            }
        }

        return smooth;
    }

    private static double[] AlongRows(double[] profile, double[] radiiMm, int columns)
    {
        double[] smooth = new double[profile.Length];
        double[] line = new double[radiiMm.Length];
        double[] even = [.. Enumerable.Repeat(1.0, line.Length)];
        for (int column = 0; column < columns; column++)
        {
            for (int row = 0; row < line.Length; row++)
            {
                line[row] = profile[(row * columns) + column];
            }

            for (int row = 1; row < line.Length; row++)
            {
                smooth[(row * columns) + column] = Math.Max(0.0, LocalQuadratic.Fit(radiiMm.AsSpan(1), line.AsSpan(1), even, radiiMm[row], RowHalfWidthMm));
            }
        }

        return smooth;
    }

    /// <summary>The profile at the central radii, from the coefficients of the inner rows.</summary>
    private static double[] Central(HitPatternNumbers numbers)
    {
        int columns = numbers.Columns;
        double[][] legendre = [.. Enumerable.Range(0, columns).Select(column => Legendre(1.0 - (2.0 * Math.Pow((column + 0.5) / columns, 2))))];
        double[] profile = new double[CentralRadiiMm.Length * columns];
        Array.Fill(profile, 1.0);
        for (int order = 1; order <= HighestOrder; order++)
        {
            (double s0, double s1, double s2, double t0, double t1) = (0, 0, 0, 0, 0);
            for (int row = 1; row < numbers.RadiiMm.Length && numbers.RadiiMm[row] <= FittedRadiusMm; row++)
            {
                // coefficient / x^l = a + b x^2 with the weight x^2l of equally precise coefficients.
                double x = numbers.RadiiMm[row] / CentralRadiusMm;
                double power = Math.Pow(x, order);
                double coefficient = Coefficient(numbers.ProfileRatio.AsSpan(row * columns, columns), legendre, order);
                s0 += power * power;
                s1 += power * power * x * x;
                s2 += power * power * x * x * x * x;
                t0 += power * coefficient;
                t1 += power * coefficient * x * x;
            }

            double determinant = (s0 * s2) - (s1 * s1);
            double a = ((t0 * s2) - (t1 * s1)) / determinant;
            double b = ((s0 * t1) - (s1 * t0)) / determinant;
            for (int row = 0; row < CentralRadiiMm.Length; row++)
            {
                double x = CentralRadiiMm[row] / CentralRadiusMm;
                double term = Math.Pow(x, order) * (a + (b * x * x));
                for (int column = 0; column < columns; column++)
                {
                    profile[(row * columns) + column] += term * legendre[column][order];
                }
            }
        }

        return profile;
    }

    /// <summary>(2l + 1) times the mean of profile x P_l over the sphere; a column's solid angle grows as s.</summary>
    private static double Coefficient(ReadOnlySpan<double> profile, double[][] legendre, int order)
    {
        double sum = 0;
        double weight = 0;
        for (int column = 0; column < profile.Length; column++)
        {
            sum += (column + 0.5) * profile[column] * legendre[column][order];
            weight += (column + 0.5) * profile[column];
        }

        return ((2.0 * order) + 1.0) * sum / weight;
    }

    private static double[] Legendre(double x)
    {
        double[] values = new double[HighestOrder + 1];
        values[0] = 1.0;
        values[1] = x;
        for (int l = 2; l <= HighestOrder; l++)
        {
            values[l] = ((((2.0 * l) - 1.0) * x * values[l - 1]) - ((l - 1.0) * values[l - 2])) / l;
        }

        return values;
    }
}
