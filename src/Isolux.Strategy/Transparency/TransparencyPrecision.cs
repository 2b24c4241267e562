using System.Collections.Immutable;
using Isolux.Calibration.Transparency;
using Isolux.Detector;
using Isolux.Events.Beams;

namespace Isolux.Strategy.Transparency;

/// <summary>Errors to expect of a measurement of transparency, from exposures without fluctuations: chi2 vanishes, so the status of these fits means nothing.</summary>
/// <param name="detector">The detector; it declares beams.</param>
/// <param name="templates">Light of the beams of one wavelength.</param>
public sealed class TransparencyPrecision(DetectorDescription detector, ImmutableArray<BeamTemplate> templates)
{
    private const long MostPulses = 1L << 24;
    private readonly PseudoMeasurements _measurements = new(detector, templates);

    /// <summary>The fit of the lengths.</summary>
    /// <param name="pulses">Pulses of every beam.</param>
    /// <param name="settings">What is not known.</param>
    public TransparencyResult Lengths(long pulses, TransparencySettings settings) =>
        new TransparencyCalibrator(templates, settings).Calibrate(_measurements.Mean(0.0, pulses));

    /// <summary>The fit of a change of the absorption length.</summary>
    /// <param name="logAbsorptionFactor">ln(absorption coefficient now over that of the reference).</param>
    /// <param name="pulses">Pulses of every beam, now and in the reference.</param>
    public TransparencyChange Change(double logAbsorptionFactor, long pulses) => new TransparencyCalibrator(templates, new TransparencySettings())
        .Compare(_measurements.Mean(0.0, pulses), _measurements.Mean(logAbsorptionFactor, pulses));

    /// <summary>Pulses of every beam, now and in the reference, with which a change of the absorption length has a significance on average; by bisection.</summary>
    /// <param name="logAbsorptionFactor">ln(absorption coefficient now over that of the reference).</param>
    /// <param name="significance">Change over its standard error.</param>
    public long PulsesFor(double logAbsorptionFactor, int significance)
    {
        (long low, long high) = (1, MostPulses);
        while (high - low > Math.Max(1, low / 100))
        {
            long middle = (long)Math.Sqrt((double)low * high);
            middle = Math.Clamp(middle, low + 1, high - 1);
            TransparencyChange change = Change(logAbsorptionFactor, middle);
            (low, high) = Math.Abs(change.AbsorptionLengthPercent) < significance * change.AbsorptionErrorPercent ? (middle, high) : (low, middle);
        }

        return high;
    }
}
