using Isolux.Calibration.Transparency;
using Isolux.Detector;
using Isolux.Storage.Documents;

namespace Isolux.Storage.Transparency;

/// <summary>Measurements of transparency as documents to check.</summary>
public static class TransparencyMeasurementKind
{
    /// <summary>The kind to register with a <see cref="DocumentChecker"/>.</summary>
    /// <param name="detector">Loads the detector a measurement is checked against.</param>
    public static DocumentKind Create(Func<DetectorDescription> detector) => new(
        "measurement of transparency",
        path => Path.GetFileName(path) == TransparencyMeasurementFile.MainFile || (Directory.Exists(path) && File.Exists(Path.Combine(path, TransparencyMeasurementFile.MainFile))),
        path => Check(path, detector()));

    private static string Check(string path, DetectorDescription detector)
    {
        TransparencyMeasurement measurement = TransparencyMeasurementFile.Read(path, detector);
        return FormattableString.Invariant(
            $"measurement of transparency: {measurement.Exposures.Length} exposures at {measurement.WavelengthsNm.Length} wavelengths, {measurement.Exposures.Sum(exposure => exposure.Pulses)} pulses");
    }
}
