namespace Isolux.Calibration.Peaks;

/// <summary>Count, mean and variance of the values inside a window.</summary>
internal readonly record struct WindowMoments(int Count, double Mean, double Variance)
{
    public double StandardDeviation => Math.Sqrt(Variance);

    public static WindowMoments Of(ReadOnlySpan<double> values, double low, double high)
    {
        int count = 0;
        double sum = 0;
        foreach (double value in values)
        {
            if (value >= low && value < high)
            {
                count++;
                sum += value;
            }
        }

        double mean = count > 0 ? sum / count : double.NaN;
        double squares = 0;
        foreach (double value in values)
        {
            if (value >= low && value < high)
            {
                squares += (value - mean) * (value - mean);
            }
        }

        return new WindowMoments(count, mean, count > 0 ? squares / count : double.NaN);
    }

    /// <summary>Mean of (x - point)^2.</summary>
    public double SecondAbout(double point) => Variance + ((Mean - point) * (Mean - point));
}
