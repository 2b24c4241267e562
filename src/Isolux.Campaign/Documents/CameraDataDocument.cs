using System.Collections.Immutable;

namespace Isolux.Campaign.Documents;

/// <summary>Spots of lights at known places, which calibrate the cameras, and of sources to be located.</summary>
/// <param name="FormatVersion">Version of this format: 1.</param>
/// <param name="Name">Name of the series.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Targets">Lights at known places.</param>
/// <param name="Exposures">Exposures of sources.</param>
public sealed record CameraDataDocument(
    int FormatVersion, string Name, string Source, ImmutableArray<CameraTargetDocument> Targets, ImmutableArray<CameraExposureDocument> Exposures);
