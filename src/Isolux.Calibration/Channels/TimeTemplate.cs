namespace Isolux.Calibration.Channels;

/// <summary>
/// Shape of the time of a first pulse of light, common to the channels of a type: density per bin on a grid of times since peak, offset and walk taken out, and its running integral.
/// </summary>
internal sealed class TimeTemplate
{
    /// <summary>First time of the grid, ns: the histograms reach further, by the largest offset.</summary>
    public const double LowNs = -30.0;

    /// <summary>Last time of the grid, ns.</summary>
    public const double HighNs = 34.0;

    // Light anywhere in the grid: without it a single stray pulse where the template is empty would outvote all others.
    private const double FloorFraction = 0.01;

    private const int Cells = (int)((HighNs - LowNs) / ChannelTally.BinNs);
    private readonly double[] _density;
    private readonly double[] _slope = new double[Cells];
    private readonly double[] _integral = new double[Cells];

    /// <summary>A template from dark-subtracted counts, shape [<see cref="Length"/>].</summary>
    public TimeTemplate(ReadOnlySpan<double> counts)
    {
        // A light smoothing, far narrower than the rise, keeps the slope steady where channels are few.
        double[] smooth = new double[Cells];
        double sum = 0;
        for (int i = 0; i < Cells; i++)
        {
            double left = counts[Math.Max(i - 1, 0)];
            double right = counts[Math.Min(i + 1, Cells - 1)];
            smooth[i] = Math.Max(0.0, 0.25 * (left + (2.0 * counts[i]) + right));
            sum += smooth[i];
        }

        _density = [.. smooth.Select(count => ((1.0 - FloorFraction) * count / sum) + (FloorFraction / Cells))];
        double integral = 0;
        for (int i = 0; i < Cells; i++)
        {
            _slope[i] = (_density[Math.Min(i + 1, Cells - 1)] - _density[Math.Max(i - 1, 0)]) / (2.0 * ChannelTally.BinNs);
            integral += _density[i];
            _integral[i] = integral - (0.5 * _density[i]);
        }
    }

    /// <summary>Number of cells.</summary>
    public static int Length => Cells;

    /// <summary>Density per bin, its slope per ns and the integral up to a time within the grid, ns.</summary>
    public (double Density, double SlopePerNs, double Integral) At(double timeNs)
    {
        (int cell, double fraction) = Locate(timeNs);
        return (Between(_density, cell, fraction), Between(_slope, cell, fraction), Between(_integral, cell, fraction));
    }

    /// <summary>Shares a count between the two cells about a time; nothing outside the grid.</summary>
    public static void Deposit(Span<double> counts, double timeNs, double count)
    {
        double place = ((timeNs - LowNs) / ChannelTally.BinNs) - 0.5;
        int cell = (int)Math.Floor(place);
        double fraction = place - cell;
        if (cell >= 0 && cell < Cells)
        {
            counts[cell] += (1.0 - fraction) * count;
        }

        if (cell + 1 >= 0 && cell + 1 < Cells)
        {
            counts[cell + 1] += fraction * count;
        }
    }

    private static (int Cell, double Fraction) Locate(double timeNs)
    {
        double place = Math.Clamp(((timeNs - LowNs) / ChannelTally.BinNs) - 0.5, 0.0, Cells - 1.0);
        int cell = Math.Min((int)place, Cells - 2);
        return (cell, place - cell);
    }

    private static double Between(double[] values, int cell, double fraction) => values[cell] + (fraction * (values[cell + 1] - values[cell]));
}
