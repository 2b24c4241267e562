using System.Collections.Immutable;
using Isolux.Calibration.Transparency;
using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Detector.Transparency;
using Isolux.Events.Beams;
using Isolux.Numerics.Fitting;

namespace Isolux.Strategy.Transparency;

/// <summary>Transparency from measured laser beams, wavelength by wavelength: simulates the light they are compared with and fits.</summary>
/// <param name="detector">The detector.</param>
/// <param name="templates">Gives the light beams are expected to make.</param>
/// <param name="settings">What is not known; the spread of charges comes from the measurement.</param>
public sealed class TransparencyStudy(DetectorDescription detector, BeamTemplateProvider templates, TransparencySettings settings)
{
    /// <summary>Fits every wavelength of a measurement.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="progress">Told the fraction done.</param>
    /// <param name="cancellation">Stops the simulation.</param>
    public ImmutableArray<TransparencyResult> Calibrate(TransparencyMeasurement measurement, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        return [.. measurement.WavelengthsNm.Select(nm => Calibrator(measurement, nm, progress, cancellation).Calibrate(measurement.At(nm)))];
    }

    /// <summary>Fits the change since a reference at every wavelength of both.</summary>
    /// <param name="reference">The measurement then.</param>
    /// <param name="measurement">The measurement now.</param>
    /// <param name="progress">Told the fraction done.</param>
    /// <param name="cancellation">Stops the simulation.</param>
    /// <exception cref="InvalidSpecificationException">The measurements share no wavelength, or not the same beams at it.</exception>
    public ImmutableArray<TransparencyChange> Compare(
        TransparencyMeasurement reference, TransparencyMeasurement measurement, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(measurement);
        ImmutableArray<double> common = [.. measurement.WavelengthsNm.Intersect(reference.WavelengthsNm)];
        if (common.IsEmpty || common.Any(nm => !Beams(reference, nm).SequenceEqual(Beams(measurement, nm))))
        {
            throw new InvalidSpecificationException(new SpecificationFault(
                reference.Source, "the reference", null, "it does not hold the same beams at the same wavelength", "measure the same beams again"));
        }

        return [.. common.Select(nm => Calibrator(measurement, nm, progress, cancellation).Compare(reference.At(nm), measurement.At(nm)))];
    }

    /// <summary>The constant of a fitted wavelength.</summary>
    /// <param name="result">The fit; it converged.</param>
    /// <param name="provenance">Where the measurement comes from.</param>
    public static TransparencyPayload ToPayload(TransparencyResult result, string provenance)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Fit.Status == FitStatus.Converged
            ? new TransparencyPayload(
                result.WavelengthNm, result.AbsorptionLengthM, result.AbsorptionErrorM, result.RayleighLengthM, result.RayleighErrorM, result.Covariance.Correlation(0, 1), provenance)
            : throw new ArgumentException($"A fit that ended as {result.Fit.Status} gives no constant.", nameof(result));
    }

    private TransparencyCalibrator Calibrator(TransparencyMeasurement measurement, double wavelengthNm, IProgress<double>? progress, CancellationToken cancellation)
    {
        string[] measured = [.. Beams(measurement, wavelengthNm)];
        ImmutableArray<LaserBeam> beams = detector.Transparency!.Beams;
        ImmutableArray<BeamTemplate> light = templates.Provide(detector, beams, wavelengthNm, progress, cancellation);
        return new TransparencyCalibrator(
            [.. light.Where(template => measured.Contains(template.Beam))], settings with { SinglePeResolution = measurement.SinglePeResolution });
    }

    private static IEnumerable<string> Beams(TransparencyMeasurement measurement, double wavelengthNm) => measurement.At(wavelengthNm).Select(exposure => exposure.Beam);
}
