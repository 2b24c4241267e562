namespace Isolux.Numerics.Statistics;

/// <summary>
/// Count, mean and central moments up to the fourth of a stream of values, without storing them and without cancellation.
/// P. Pebay, "Formulas for robust, one-pass parallel computation of covariances and arbitrary-order statistical moments",
/// Sandia report SAND2008-6212 (2008), equations 1.5-1.6 and 2.1. Merge blocks in index order for reproducible bits.
/// </summary>
public sealed class RunningMoments
{
    private double _sum2;
    private double _sum3;
    private double _sum4;

    /// <summary>Number of values.</summary>
    public long Count { get; private set; }

    /// <summary>Mean of the values; 0 when there are none.</summary>
    public double Mean { get; private set; }

    /// <summary>Unbiased variance; NaN below two values.</summary>
    public double Variance => Count > 1 ? _sum2 / (Count - 1) : double.NaN;

    /// <summary>Standard deviation: the root of <see cref="Variance"/>.</summary>
    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>Standard error of <see cref="Mean"/>.</summary>
    public double MeanError => Math.Sqrt(Variance / Count);

    /// <summary>
    /// Standard error of <see cref="Variance"/> for any parent distribution:
    /// Var(s^2) = (m4 - (n - 3)/(n - 1) s^4)/n with the measured fourth moment.
    /// </summary>
    public double VarianceError
    {
        get
        {
            double variance = Variance;
            double fourth = _sum4 / Count;
            return Math.Sqrt(Math.Max(0.0, (fourth - ((Count - 3.0) / (Count - 1.0) * variance * variance)) / Count));
        }
    }

    /// <summary>Standard error of <see cref="StandardDeviation"/>, by propagation from <see cref="VarianceError"/>; 0 when all values are equal.</summary>
    public double StandardDeviationError => Variance == 0 ? 0.0 : VarianceError / (2.0 * StandardDeviation);

    /// <summary>Skewness m3/m2^1.5.</summary>
    public double Skewness => _sum3 / Count / Math.Pow(_sum2 / Count, 1.5);

    /// <summary>Excess kurtosis m4/m2^2 - 3: 0 for a Gaussian.</summary>
    public double ExcessKurtosis => (_sum4 * Count / (_sum2 * _sum2)) - 3.0;

    /// <summary>Adds one value.</summary>
    public void Add(double value)
    {
        long before = Count;
        Count++;
        double n = Count;
        double delta = value - Mean;
        double deltaOverN = delta / n;
        double term = delta * deltaOverN * before;
        Mean += deltaOverN;
        _sum4 += (term * deltaOverN * deltaOverN * ((n * n) - (3.0 * n) + 3.0)) + (6.0 * deltaOverN * deltaOverN * _sum2) - (4.0 * deltaOverN * _sum3);
        _sum3 += (term * deltaOverN * (n - 2.0)) - (3.0 * deltaOverN * _sum2);
        _sum2 += term;
    }

    /// <summary>Adds the values another instance has seen.</summary>
    public void Add(RunningMoments other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Count == 0)
        {
            return;
        }

        double a = Count;
        double b = other.Count;
        double n = a + b;
        double delta = other.Mean - Mean;
        double d = delta / n;
        double sum4 = _sum4 + other._sum4
            + (delta * d * d * d * a * b * ((a * a) - (a * b) + (b * b)))
            + (6.0 * d * d * ((a * a * other._sum2) + (b * b * _sum2)))
            + (4.0 * d * ((a * other._sum3) - (b * _sum3)));
        double sum3 = _sum3 + other._sum3 + (delta * d * d * a * b * (a - b)) + (3.0 * d * ((a * other._sum2) - (b * _sum2)));
        _sum2 = _sum2 + other._sum2 + (delta * d * a * b);
        _sum3 = sum3;
        _sum4 = sum4;
        Mean += d * b;
        Count += other.Count;
    }
}
