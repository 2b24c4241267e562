using Isolux.Calibration.Peaks;
using Isolux.Events.Samples;

namespace Isolux.Calibration.LightYield;

/// <summary>Y0 = dark-subtracted full-absorption peak of the neutron-capture line at the centre over the line's energy.</summary>
/// <param name="darkNoisePe">Mean dark noise per event, PE.</param>
/// <param name="lineEnergyMeV">Energy of the line, MeV.</param>
public sealed class LightYieldCalibrator(double darkNoisePe, double lineEnergyMeV)
{
    private const double LineWidthFraction = 0.022;
    private static readonly PeakFitSettings Window = PeakFitSettings.AboveEscapeTail with { DataSpacing = 1.0 };

    /// <summary>Measures the light yield from a sample taken at the centre.</summary>
    public LightYieldResult Calibrate(SourceSample centre)
    {
        PeakFit peak = new SourcePeakFinder(Window).Find(centre, LineWidthFraction);
        return new LightYieldResult((peak.Mean - darkNoisePe) / lineEnergyMeV, peak.MeanError / lineEnergyMeV, peak);
    }
}
