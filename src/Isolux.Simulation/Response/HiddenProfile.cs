using Isolux.Simulation.Optics;

namespace Isolux.Simulation.Response;

/// <summary>What bars take of a hit pattern's profile, averaged over all directions of the point.</summary>
internal static class HiddenProfile
{
    private const int Points = 96;
    private static readonly double GoldenTurn = 0.5 * (3.0 - Math.Sqrt(5.0));

    /// <summary>Fraction of the light of large PMTs that is lost, shape [rows, columns]; zero in rows where nothing is looked for.</summary>
    public static double[] LostFraction(LineOfSight sight, PatternGrid grid, ChannelDirections channels, float[] weights, ShadeStrength shade)
    {
        double[] lost = new double[PatternGrid.Rows * PatternGrid.AngularCells];
        if (sight.MostNear == 0)
        {
            return lost;
        }

        int firstRow = sight.FirstRow(grid);
        Parallel.For(firstRow, PatternGrid.Rows, row =>
        {
            double[] seen = new double[PatternGrid.AngularCells];
            Span<double> hidden = lost.AsSpan(row * PatternGrid.AngularCells, PatternGrid.AngularCells);
            LineOfSight.NearBar[] near = new LineOfSight.NearBar[sight.MostNear];
            for (int point = 0; point < Points; point++)
            {
                double cosine = 1.0 - (2.0 * (point + 0.5) / Points);
                double sine = Math.Sqrt(1.0 - (cosine * cosine));
                (double y, double x) = Math.SinCos(2.0 * Math.PI * (point + (row / (double)PatternGrid.Rows)) * GoldenTurn);
                SkyFrame frame = new(new Float3((float)(sine * x), (float)(sine * y), (float)cosine));
                ReadOnlySpan<LineOfSight.NearBar> bars = near.AsSpan(0, sight.Near(frame, grid.RadiusMm(row), near));
                for (int channel = 0; channel < channels.LpmtCount; channel++)
                {
                    float halfChord = PatternGrid.HalfChord(channels.CosineTo(channel, frame.Third.X, frame.Third.Y, frame.Third.Z));
                    float fraction = sight.HiddenFraction(row, frame, channels.Direction(channel), halfChord, 0, bars, out bool wide);
                    int column = PatternGrid.Angular(halfChord);
                    hidden[column] += weights[channel] * shade.Of(wide) * fraction;
                    seen[column] += weights[channel];
                }
            }

            for (int column = 0; column < seen.Length; column++)
            {
                hidden[column] = seen[column] > 0 ? hidden[column] / seen[column] : 0.0;
            }
        });
        return lost;
    }
}
