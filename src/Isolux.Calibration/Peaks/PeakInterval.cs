namespace Isolux.Calibration.Peaks;

/// <summary>A bin of a fitted spectrum.</summary>
/// <param name="Low">Lower edge, unit of the data.</param>
/// <param name="High">Upper edge.</param>
/// <param name="Observed">Events in it.</param>
/// <param name="Expected">Events the fit expects.</param>
public readonly record struct PeakInterval(double Low, double High, int Observed, double Expected)
{
    /// <summary>(observed - expected) over the root of the expected number.</summary>
    public double Pull => (Observed - Expected) / Math.Sqrt(Expected);
}
