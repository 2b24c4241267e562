namespace Isolux.Numerics.Interpolation;

/// <summary>Maps a coordinate linearly so that [Centre - HalfWidth, Centre + HalfWidth] becomes [-1, 1].</summary>
public readonly record struct AxisScaling(double Centre, double HalfWidth)
{
    /// <summary>The scaling that spans the given values.</summary>
    /// <exception cref="ArgumentException">The values are all equal, not finite, or missing.</exception>
    public static AxisScaling Spanning(ReadOnlySpan<double> values)
    {
        double least = double.PositiveInfinity;
        double greatest = double.NegativeInfinity;
        foreach (double value in values)
        {
            least = Math.Min(least, value);
            greatest = Math.Max(greatest, value);
        }

        return greatest > least && double.IsFinite(greatest - least)
            ? new AxisScaling(0.5 * (least + greatest), 0.5 * (greatest - least))
            : throw new ArgumentException($"A coordinate must be finite and vary (it spans [{least}, {greatest}]).", nameof(values));
    }

    /// <summary>The scaled coordinate.</summary>
    public double Apply(double coordinate) => (coordinate - Centre) / HalfWidth;
}
