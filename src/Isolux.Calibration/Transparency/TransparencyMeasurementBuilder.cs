using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Documents;
using Isolux.Detector.Photosensors;
using Isolux.Detector.Transparency;
using Isolux.Events.Beams;

namespace Isolux.Calibration.Transparency;

/// <summary>Checks what a measurement of transparency means for a detector; all faults at once.</summary>
/// <param name="document">The document.</param>
/// <param name="tables">Its tables by the names it uses.</param>
/// <param name="file">The document's file, for messages.</param>
/// <param name="detector">The detector.</param>
public sealed class TransparencyMeasurementBuilder(
    TransparencyMeasurementDocument document, ImmutableDictionary<string, DataTable> tables, string file, DetectorDescription detector)
{
    private const double LargestSinglePePercent = 100.0;
    private readonly List<SpecificationFault> _faults = [];

    /// <summary>Builds the measurement.</summary>
    /// <exception cref="InvalidSpecificationException">All faults of meaning.</exception>
    public TransparencyMeasurement Build()
    {
        if (document.FormatVersion != TransparencyMeasurementDocument.CurrentFormatVersion)
        {
            Fault("$.formatVersion", document.FormatVersion, $"this program reads version {TransparencyMeasurementDocument.CurrentFormatVersion}", "convert the document");
        }

        if (document.Detector != detector.Name)
        {
            Fault("$.detector", $"\"{document.Detector}\"", $"it is compared with the detector {detector.Name}", "name its detector with --detector");
        }

        if (detector.Transparency is null)
        {
            Fault("$.detector", $"\"{document.Detector}\"", "this detector declares no laser beams", "add the section 'transparency' to the detector");
        }

        if (string.IsNullOrWhiteSpace(document.Source))
        {
            Fault("$.source", null, "every measurement needs a source", "name the campaign and the date");
        }

        if (!(document.SinglePeResolutionPercent is >= 0 and <= LargestSinglePePercent))
        {
            Fault("$.singlePeResolutionPercent", document.SinglePeResolutionPercent, "it must lie between 0 and 100", "correct the value");
        }

        if (document.Exposures.IsEmpty)
        {
            Fault("$.exposures", null, "there must be at least one exposure", "add one");
        }

        ImmutableArray<BeamExposure> exposures = [.. document.Exposures.Select((exposure, i) => Exposure(exposure, FormattableString.Invariant($"$.exposures[{i}]")))];
        foreach (IGrouping<(string Beam, double WavelengthNm), BeamExposure> twice in exposures.GroupBy(exposure => (exposure.Beam, exposure.WavelengthNm)).Where(group => group.Count() > 1))
        {
            Fault("$.exposures", FormattableString.Invariant($"{twice.Key.Beam} at {twice.Key.WavelengthNm} nm"), "the beam stands there twice", "add their charges and pulses up");
        }

        return _faults.Count == 0
            ? new TransparencyMeasurement(document.Source, document.SinglePeResolutionPercent / 100.0, exposures)
            : throw new InvalidSpecificationException([.. _faults]);
    }

    private BeamExposure Exposure(BeamExposureDocument exposure, string path)
    {
        if (detector.Transparency is { } monitor)
        {
            RequireKnown(exposure, monitor, path);
        }

        if (exposure.Pulses <= 0)
        {
            Fault(path + ".pulses", exposure.Pulses, "there must be at least one pulse", "correct the number");
        }

        ImmutableArray<double> channels = Column(exposure.Table, "channel", path);
        ImmutableArray<double> charges = Column(exposure.Table, "chargePe", path);
        ImmutableArray<double> darks = Column(exposure.Table, "darkPe", path);
        for (int i = 0; i < channels.Length && charges.Length == channels.Length && darks.Length == channels.Length; i++)
        {
            if (!(channels[i] == Math.Floor(channels[i]) && channels[i] >= 0 && channels[i] < detector.Photosensors.Length
                && detector.Photosensors[(int)channels[i]].Type.Kind == SensorKind.Lpmt))
            {
                Fault($"{path}.table \"{exposure.Table}\" channel", channels[i], "it is no large photosensor of the detector", "give channel numbers of large photosensors");
                break;
            }

            if (!(charges[i] >= 0 && darks[i] >= 0))
            {
                Fault(FormattableString.Invariant($"{path}.table \"{exposure.Table}\" channel {channels[i]}"), null, "charges must not be negative", "correct the row or leave the channel out");
                break;
            }
        }

        if (charges.Sum() <= darks.Sum() && !charges.IsEmpty && !darks.IsEmpty)
        {
            Fault($"{path}.table \"{exposure.Table}\"", null, "its charge does not exceed the dark noise", "check that the beam was on and the units are photoelectrons");
        }

        return new BeamExposure(exposure.Beam, exposure.WavelengthNm, exposure.Pulses, [.. channels.Select(channel => (int)channel)], charges, darks);
    }

    private void RequireKnown(BeamExposureDocument exposure, TransparencyMonitor monitor, string path)
    {
        if (monitor.Beams.All(beam => beam.Name != exposure.Beam))
        {
            Fault(path + ".beam", $"\"{exposure.Beam}\"", "the detector has no beam of this name", "beams are " + string.Join(", ", monitor.Beams.Select(beam => beam.Name)));
        }

        if (!monitor.WavelengthsNm.Contains(exposure.WavelengthNm))
        {
            string known = string.Join(", ", monitor.WavelengthsNm.Select(nm => FormattableString.Invariant($"{nm}")));
            Fault(path + ".wavelengthNm", exposure.WavelengthNm, "the detector has no laser of this wavelength", "wavelengths are " + known);
        }
    }

    private ImmutableArray<double> Column(string table, string column, string path)
    {
        if (tables.TryGetValue(table, out DataTable? data) && data.Find(column) is { } values)
        {
            return values;
        }

        Fault($"{path}.table", $"\"{table}\"", $"the table has no column '{column}'", "its columns must be channel, chargePe and darkPe");
        return [];
    }

    private void Fault(string path, double value, string why, string suggestion) => Fault(path, FormattableString.Invariant($"{value}"), why, suggestion);

    private void Fault(string path, string? value, string why, string suggestion) => _faults.Add(new SpecificationFault(file, path, value, why, suggestion));
}
