using Isolux.Simulation.Response;

namespace Isolux.Strategy.Reconstruction;

/// <summary>Takes the statistical noise out of the quantiles of delays: every quantile is smoothed along s = sin(gamma/2), over more columns near the centre, where delays vary slowly with the angle.</summary>
internal static class DelaySmoother
{
    private const double WidestHalfWidth = 0.4;
    private const double NarrowestHalfWidth = 0.05;
    private const double Scale = 0.16;
    private const double ScaleMm = 8_000.0;

    /// <summary>The smooth quantiles, ns, shape [rows, columns, probabilities].</summary>
    public static double[] Smooth(HitPatternNumbers numbers)
    {
        int columns = numbers.TimeColumns;
        int quantiles = numbers.Probabilities.Length;
        double[] s = [.. Enumerable.Range(0, columns).Select(column => (column + 0.5) / columns)];
        double[] smooth = [.. numbers.DelayQuantilesNs];
        Parallel.For(1, numbers.RadiiMm.Length, row =>
        {
            double halfWidth = Math.Clamp(Scale * Math.Pow(ScaleMm / numbers.RadiiMm[row], 2.0), NarrowestHalfWidth, WidestHalfWidth);
            double[] line = new double[columns];
            for (int quantile = 0; quantile < quantiles; quantile++)
            {
                for (int column = 0; column < columns; column++)
                {
                    line[column] = numbers.DelayQuantilesNs[(((row * columns) + column) * quantiles) + quantile];
                }

                for (int column = 0; column < columns; column++)
                {
                    smooth[(((row * columns) + column) * quantiles) + quantile] = LocalQuadratic.Fit(s, line, s, s[column], halfWidth);
                }
            }

            // Smoothing by negative weights may bring neighbouring quantiles out of order by a hair.
            for (int i = row * columns * quantiles; i < (row + 1) * columns * quantiles; i++)
            {
                smooth[i] = i % quantiles == 0 ? smooth[i] : Math.Max(smooth[i], smooth[i - 1]);
            }
        });
        return smooth;
    }
}
