using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Isolux.Calibration.Transparency;
using Isolux.Detector;
using Isolux.Detector.Documents;
using Isolux.Events.Beams;
using Isolux.Storage.Documents;
using Isolux.Storage.Output;

namespace Isolux.Storage.Transparency;

/// <summary>Reads and writes measurements of transparency: a JSON document and one CSV table of charges per exposure.</summary>
public static class TransparencyMeasurementFile
{
    /// <summary>Name of the document in a folder.</summary>
    public const string MainFile = "measurement.json";

    /// <summary>Reads and checks a measurement.</summary>
    /// <param name="fileOrFolder">The document, or the folder that holds it.</param>
    /// <param name="detector">The detector it belongs to.</param>
    /// <exception cref="InvalidSpecificationException">It is missing or wrong, or does not fit the detector.</exception>
    public static TransparencyMeasurement Read(string fileOrFolder, DetectorDescription detector)
    {
        string file = Directory.Exists(fileOrFolder) ? Path.Combine(fileOrFolder, MainFile) : fileOrFolder;
        TransparencyMeasurementDocument document = StrictJson.Read<TransparencyMeasurementDocument>(file);
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        ImmutableDictionary<string, DataTable> tables = document.Exposures
            .Select(exposure => exposure.Table)
            .Distinct(StringComparer.Ordinal)
            .ToImmutableDictionary(name => name, name => CsvTable.ReadNumbers(Path.Combine(folder, name)), StringComparer.Ordinal);
        return new TransparencyMeasurementBuilder(document, tables, file, detector).Build();
    }

    /// <summary>Writes a measurement, the document last.</summary>
    /// <param name="folder">Folder; created where it is missing.</param>
    /// <param name="detector">Name of the detector.</param>
    /// <param name="measurement">The measurement.</param>
    /// <returns>The document's file.</returns>
    /// <exception cref="OutputException">The folder cannot be written to.</exception>
    public static string Write(string folder, string detector, TransparencyMeasurement measurement)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        OutputFolder.Create(folder);
        ImmutableArray<BeamExposureDocument> exposures =
        [
            .. measurement.Exposures.Select(exposure => new BeamExposureDocument(
                exposure.Beam, exposure.WavelengthNm, exposure.Pulses, string.Create(CultureInfo.InvariantCulture, $"{exposure.Beam}-{exposure.WavelengthNm}nm.csv"))),
        ];
        foreach ((BeamExposure exposure, BeamExposureDocument document) in measurement.Exposures.Zip(exposures))
        {
            AtomicFile.WriteText(Path.Combine(folder, document.Table), Table(exposure, measurement.Source));
        }

        string file = Path.Combine(folder, MainFile);
        AtomicFile.WriteText(file, OutputJson.Write(new TransparencyMeasurementDocument(
            TransparencyMeasurementDocument.CurrentFormatVersion, detector, measurement.Source, 100.0 * measurement.SinglePeResolution, exposures)));
        return file;
    }

    private static string Table(BeamExposure exposure, string source)
    {
        StringBuilder text = new();
        text.Append("# source: ").Append(source).Append("\nchannel,chargePe,darkPe\n");
        for (int i = 0; i < exposure.Channels.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{exposure.Channels[i]},{exposure.ChargePe[i]},{exposure.DarkPe[i]:G9}\n");
        }

        return text.ToString();
    }
}
