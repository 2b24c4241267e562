namespace Isolux.Simulation.Response;

/// <summary>
/// What one thread counts while a map is built. Weights are fixed-point integers, so that sums do not depend on the order in which threads finish. Detections are kept apart by how
/// much bars hid of the sensor, so that the view without bars can be restored once the strength of their shade is known.
/// </summary>
internal sealed class PatternTally(int channelCount)
{
    /// <summary>Classes of the hidden fraction: none, four even ones behind narrow bars, and four behind wide ones.</summary>
    public const int HiddenClasses = 1 + (2 * Steps);

    private const int Steps = 4;
    private const double WeightUnit = 1 << 24;

    /// <summary>Weight per hidden class, family, row and column.</summary>
    public long[] Angular { get; } = new long[HiddenClasses * AngularStride];

    /// <summary>Weight per row, coarse column and time cell.</summary>
    public long[] Time { get; } = new long[PatternGrid.Rows * PatternGrid.TimeAngularCells * PatternGrid.TimeCells];

    /// <summary>Weight per hidden class and channel.</summary>
    public long[] Channels { get; } = new long[HiddenClasses * channelCount];

    /// <summary>Weight times hidden fraction per class.</summary>
    public long[] Hidden { get; } = new long[HiddenClasses];

    /// <summary>Weight per class.</summary>
    public long[] Weights { get; } = new long[HiddenClasses];

    public static int AngularStride => 2 * PatternGrid.Rows * PatternGrid.AngularCells;

    public int ChannelCount => channelCount;

    public static int HiddenClass(float hiddenFraction, bool wide) =>
        hiddenFraction <= 0.0f ? 0 : (wide ? Steps : 0) + 1 + Math.Min(Steps - 1, (int)(hiddenFraction * Steps));

    public static bool IsWide(int hiddenClass) => hiddenClass > Steps;

    public static long ToFixed(double weight) => (long)((weight * WeightUnit) + 0.5);

    public static double FromFixed(long weight) => weight / WeightUnit;

    /// <summary>Counts one detection.</summary>
    /// <param name="weight">Its probability.</param>
    /// <param name="channel">Channel.</param>
    /// <param name="family">0 for large, 1 for small PMTs.</param>
    /// <param name="row">Row of the node.</param>
    /// <param name="halfChord">s of the channel seen from the node.</param>
    /// <param name="hiddenFraction">What bars hide of the channel from the node.</param>
    /// <param name="wide">Whether a wide bar takes part in that.</param>
    /// <param name="delayNs">Flight time beyond its <see cref="FlightReference"/>.</param>
    public void Score(double weight, int channel, int family, int row, float halfChord, float hiddenFraction, bool wide, double delayNs)
    {
        long fixedWeight = ToFixed(weight);
        int hidden = HiddenClass(hiddenFraction, wide);
        Angular[(hidden * AngularStride) + (((family * PatternGrid.Rows) + row) * PatternGrid.AngularCells) + PatternGrid.Angular(halfChord)] += fixedWeight;
        Time[(((row * PatternGrid.TimeAngularCells) + PatternGrid.TimeAngular(halfChord)) * PatternGrid.TimeCells) + PatternGrid.Time(delayNs)] += fixedWeight;
        Channels[(hidden * channelCount) + channel] += fixedWeight;
        Hidden[hidden] += ToFixed(weight * hiddenFraction);
        Weights[hidden] += fixedWeight;
    }

    public void Add(PatternTally other)
    {
        Add(Angular, other.Angular);
        Add(Time, other.Time);
        Add(Channels, other.Channels);
        Add(Hidden, other.Hidden);
        Add(Weights, other.Weights);
    }

    private static void Add(long[] target, long[] source)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] += source[i];
        }
    }
}
