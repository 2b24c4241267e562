namespace Isolux.Numerics.Histograms;

/// <summary>
/// Weighted histogram with bins of equal width, half-open [lower, upper), and separate underflow and overflow.
/// Not safe for concurrent filling: fill one per block of work and <see cref="Add"/> them in block order.
/// </summary>
public sealed class Histogram1D
{
    private readonly double[] _weights;
    private readonly double[] _squaredWeights;
    private readonly double _binsPerUnit;

    /// <summary>An empty histogram.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no bin, or the range is empty or not finite.</exception>
    public Histogram1D(int bins, double lower, double upper)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bins);
        if (!double.IsFinite(lower) || !double.IsFinite(upper) || upper <= lower)
        {
            throw new ArgumentOutOfRangeException(nameof(upper), upper, $"A histogram needs a finite range (got [{lower}, {upper})).");
        }

        Lower = lower;
        Upper = upper;
        _weights = new double[bins];
        _squaredWeights = new double[bins];
        _binsPerUnit = bins / (upper - lower);
    }

    /// <summary>Number of bins.</summary>
    public int BinCount => _weights.Length;

    /// <summary>Lower edge of the first bin.</summary>
    public double Lower { get; }

    /// <summary>Upper edge of the last bin.</summary>
    public double Upper { get; }

    /// <summary>Width of a bin.</summary>
    public double BinWidth => (Upper - Lower) / BinCount;

    /// <summary>Number of fills, inside or outside.</summary>
    public long Entries { get; private set; }

    /// <summary>Sum of weights below the first bin.</summary>
    public double Underflow { get; private set; }

    /// <summary>Sum of weights at or above the upper edge.</summary>
    public double Overflow { get; private set; }

    /// <summary>Sum of weights per bin.</summary>
    public ReadOnlySpan<double> Contents => _weights;

    /// <summary>Sum of squared weights per bin: the variance of its content.</summary>
    public ReadOnlySpan<double> Variances => _squaredWeights;

    /// <summary>Sum of weights inside the range.</summary>
    public double Sum
    {
        get
        {
            double sum = 0;
            foreach (double weight in _weights)
            {
                sum += weight;
            }

            return sum;
        }
    }

    /// <summary>Adds a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN.</exception>
    public void Fill(double value, double weight = 1.0)
    {
        if (double.IsNaN(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A histogram cannot hold NaN.");
        }

        Entries++;
        if (value < Lower)
        {
            Underflow += weight;
        }
        else if (value >= Upper)
        {
            Overflow += weight;
        }
        else
        {
            // Rounding may carry a value just below the upper edge into the bin after the last.
            int bin = Math.Min((int)((value - Lower) * _binsPerUnit), BinCount - 1);
            _weights[bin] += weight;
            _squaredWeights[bin] += weight * weight;
        }
    }

    /// <summary>Adds another histogram of the same binning, bin by bin.</summary>
    /// <exception cref="ArgumentException">The binning differs.</exception>
    public void Add(Histogram1D other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.BinCount != BinCount || other.Lower != Lower || other.Upper != Upper)
        {
            throw new ArgumentException("Histograms of different binning cannot be added.", nameof(other));
        }

        for (int bin = 0; bin < BinCount; bin++)
        {
            _weights[bin] += other._weights[bin];
            _squaredWeights[bin] += other._squaredWeights[bin];
        }

        Entries += other.Entries;
        Underflow += other.Underflow;
        Overflow += other.Overflow;
    }

    /// <summary>Lower edge of a bin.</summary>
    public double Edge(int bin) => Lower + (bin * BinWidth);

    /// <summary>Centre of a bin.</summary>
    public double Centre(int bin) => Lower + ((bin + 0.5) * BinWidth);

    /// <summary>Standard error of a bin's content: the root of its sum of squared weights.</summary>
    public double Error(int bin) => Math.Sqrt(_squaredWeights[bin]);
}
