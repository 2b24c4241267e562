using System.Collections.Immutable;
using Isolux.Detector.Positioning;

namespace Isolux.Campaign.Positioning;

/// <summary>
/// Locates a series of pulses in the same scintillator. One pulse near a pole of the receivers hardly tells its height from the speed of sound, but the speed is common to all: every pulse is fitted
/// alone first, and then again with the speed that the other pulses found.
/// </summary>
/// <remarks>
/// A pulse never sees its own speed twice. Fixes five errors away from the weighted median do not count. The survey of the receivers is common to all pulses and stays as an error of the speed.
/// </remarks>
/// <param name="system">Receivers and errors.</param>
/// <param name="threads">Threads; -1 for all processors. No result depends on it.</param>
public sealed class UltrasoundSeriesLocator(UltrasoundSystem system, int threads = -1)
{
    private const double LargestPull = 5.0;
    private const double LeastInformationFraction = 1e-6;
    private readonly UltrasoundLocator _locator = new(system);

    // A scale error of all distances that N surveyed receivers at radius R leave.
    private readonly double _surveyFraction = system.SurveyErrorMm / (system.Receivers.Average(receiver => receiver.Position.RadiusMm) * Math.Sqrt(system.Receivers.Length));

    /// <summary>Locates the source at every pulse.</summary>
    /// <param name="pulses">The pulses.</param>
    /// <exception cref="ArgumentException">A receiver is unknown or named twice, or a time is not finite.</exception>
    public UltrasoundSeries Locate(ImmutableArray<UltrasoundPulse> pulses)
    {
        SoundSpeed declared = new(system.SoundSpeedMmPerUs, system.SoundSpeedErrorMmPerUs);
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads };
        UltrasoundFix[] alone = new UltrasoundFix[pulses.Length];
        Parallel.For(0, pulses.Length, options, i => alone[i] = _locator.Locate(pulses[i].Arrivals, At(declared, pulses[i])));
        (double SpeedMmPerUs, double Information)[] said = [.. alone.Select((fix, i) => Said(fix, pulses[i], declared))];
        double medianMmPerUs = Median(said, declared.ValueMmPerUs);
        bool[] counts = [.. said.Select(one => one.Information > 0 && Math.Abs(one.SpeedMmPerUs - medianMmPerUs) < LargestPull * Spread(one))];
        UltrasoundFix[] together = new UltrasoundFix[pulses.Length];
        Parallel.For(0, pulses.Length, options, i => together[i] = _locator.Locate(pulses[i].Arrivals, At(Combine(declared, said, counts, except: i), pulses[i])));
        return new UltrasoundSeries([.. together], Combine(declared, said, counts, except: null), counts.Count(one => one));
    }

    // The speed a pulse found at the reference temperature, without what was declared.
    private (double SpeedMmPerUs, double Information) Said(UltrasoundFix fix, UltrasoundPulse pulse, SoundSpeed declared)
    {
        if (fix.SoundSpeedMmPerUs is not { } speedMmPerUs || fix.SoundSpeedErrorMmPerUs is not { } errorMmPerUs)
        {
            return (0, 0);
        }

        double before = 1.0 / (declared.ErrorMmPerUs * declared.ErrorMmPerUs);
        double after = 1.0 / (errorMmPerUs * errorMmPerUs);
        double information = after - before;
        double atReference = speedMmPerUs - (system.SoundSpeedAtMmPerUs(pulse.TemperatureC) - system.SoundSpeedMmPerUs);
        return information > LeastInformationFraction * before ? (((atReference * after) - (declared.ValueMmPerUs * before)) / information, information) : (0, 0);
    }

    private SoundSpeed Combine(SoundSpeed declared, (double SpeedMmPerUs, double Information)[] said, bool[] counts, int? except)
    {
        double information = 1.0 / (declared.ErrorMmPerUs * declared.ErrorMmPerUs);
        double sum = declared.ValueMmPerUs * information;
        double found = 0;
        for (int i = 0; i < said.Length; i++)
        {
            if (counts[i] && i != except)
            {
                found += said[i].Information;
                sum += said[i].SpeedMmPerUs * said[i].Information;
            }
        }

        double valueMmPerUs = sum / (information + found);
        double surveyMmPerUs = found > 0 ? _surveyFraction * valueMmPerUs : 0.0;
        return new SoundSpeed(valueMmPerUs, Math.Sqrt((1.0 / (information + found)) + (surveyMmPerUs * surveyMmPerUs)));
    }

    private SoundSpeed At(SoundSpeed reference, UltrasoundPulse pulse) =>
        reference with { ValueMmPerUs = reference.ValueMmPerUs + system.SoundSpeedAtMmPerUs(pulse.TemperatureC) - system.SoundSpeedMmPerUs };

    private double Spread((double SpeedMmPerUs, double Information) one)
    {
        double surveyMmPerUs = _surveyFraction * one.SpeedMmPerUs;
        return Math.Sqrt((1.0 / one.Information) + (surveyMmPerUs * surveyMmPerUs));
    }

    private static double Median((double SpeedMmPerUs, double Information)[] said, double otherwise)
    {
        double half = 0.5 * said.Sum(one => one.Information);
        double below = 0;
        foreach ((double speedMmPerUs, double information) in said.Where(one => one.Information > 0).OrderBy(one => one.SpeedMmPerUs))
        {
            below += information;
            if (below >= half)
            {
                return speedMmPerUs;
            }
        }

        return otherwise;
    }
}
