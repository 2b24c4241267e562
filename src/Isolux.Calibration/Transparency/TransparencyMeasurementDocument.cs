using System.Collections.Immutable;

namespace Isolux.Calibration.Transparency;

/// <summary>A measurement of transparency with laser beams.</summary>
/// <param name="FormatVersion">Version of this format: 1.</param>
/// <param name="Detector">Name of the detector.</param>
/// <param name="Source">Where the measurement comes from: campaign and date, or simulation.</param>
/// <param name="SinglePeResolutionPercent">Relative spread of the charge of a photoelectron, percent; 0 where photoelectrons were counted.</param>
/// <param name="Exposures">The exposures.</param>
public sealed record TransparencyMeasurementDocument(
    int FormatVersion,
    string Detector,
    string Source,
    double SinglePeResolutionPercent,
    ImmutableArray<BeamExposureDocument> Exposures)
{
    /// <summary>The version of the format this program reads.</summary>
    public const int CurrentFormatVersion = 1;
}
