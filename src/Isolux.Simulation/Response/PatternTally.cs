namespace Isolux.Simulation.Response;

/// <summary>
/// What one thread counts while a map is built. Weights are fixed-point integers, so that sums do not depend on the order in which threads finish.
/// </summary>
internal sealed class PatternTally(int channelCount)
{
    private const double WeightUnit = 1 << 24;

    /// <summary>Weight per family, radial and angular cell; shape [families x radial x angular].</summary>
    public long[] Angular { get; } = new long[2 * PatternGrid.RadialCells * PatternGrid.AngularCells];

    /// <summary>Weight per radial, coarse angular and time cell.</summary>
    public long[] Time { get; } = new long[PatternGrid.RadialCells * PatternGrid.TimeAngularCells * PatternGrid.TimeCells];

    /// <summary>Weight per channel.</summary>
    public long[] Channels { get; } = new long[channelCount];

    public static long ToFixed(double weight) => (long)((weight * WeightUnit) + 0.5);

    public static double FromFixed(long weight) => weight / WeightUnit;

    public void Add(PatternTally other)
    {
        Add(Angular, other.Angular);
        Add(Time, other.Time);
        Add(Channels, other.Channels);
    }

    private static void Add(long[] target, long[] source)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] += source[i];
        }
    }
}
