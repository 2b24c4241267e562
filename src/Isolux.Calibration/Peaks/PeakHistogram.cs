namespace Isolux.Calibration.Peaks;

/// <summary>Counts in narrow equal cells, gathered into bins that hold enough events for chi2; a bin is a run of cells.</summary>
internal sealed class PeakHistogram
{
    private const int LeastEvents = 20;

    private readonly double _low;
    private readonly double _cellWidth;
    private readonly int[] _cells;
    private readonly List<(int First, int End, int Count)> _bins = [];

    public PeakHistogram(ReadOnlySpan<double> values, double low, double high, double cellWidth)
    {
        int cells = Math.Max(1, (int)Math.Ceiling(((high - low) / cellWidth) - 1e-9));
        int[] counts = new int[cells];
        foreach (double value in values)
        {
            double cell = (value - low) / cellWidth;
            if (cell >= 0 && cell < cells)
            {
                counts[(int)cell]++;
            }
        }

        (_low, _cellWidth, _cells) = (low, cellWidth, counts);
        int first = 0;
        int sum = 0;
        for (int cell = 0; cell < cells; cell++)
        {
            sum += counts[cell];
            if (sum >= LeastEvents)
            {
                _bins.Add((first, cell + 1, sum));
                (first, sum) = (cell + 1, 0);
            }
        }

        if (sum > 0 && _bins.Count > 0)
        {
            (int begin, _, int count) = _bins[^1];
            _bins[^1] = (begin, cells, count + sum);
        }
    }

    public double Low => _low;

    public double High => _low + (_cells.Length * _cellWidth);

    public int BinCount => _bins.Count;

    public double TotalCount => _bins.Sum(bin => (double)bin.Count);

    public double[] Counts() => [.. _bins.Select(bin => (double)bin.Count)];

    /// <summary>The cells with what a density in events per unit expects in them.</summary>
    public IEnumerable<PeakInterval> Cells(Func<double, double> density)
    {
        for (int cell = 0; cell < _cells.Length; cell++)
        {
            double low = _low + (cell * _cellWidth);
            yield return new PeakInterval(low, low + _cellWidth, _cells[cell], _cellWidth * density(low + (0.5 * _cellWidth)));
        }
    }

    /// <summary>Integrates a density over every bin by the midpoints of its cells.</summary>
    public void Integrate(Func<double, double> density, Span<double> expected)
    {
        for (int i = 0; i < _bins.Count; i++)
        {
            (int first, int end, _) = _bins[i];
            double sum = 0.0;
            for (int cell = first; cell < end; cell++)
            {
                sum += density(_low + ((cell + 0.5) * _cellWidth));
            }

            expected[i] = sum * _cellWidth;
        }
    }
}
