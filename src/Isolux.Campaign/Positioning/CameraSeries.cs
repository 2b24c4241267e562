using System.Collections.Immutable;

namespace Isolux.Campaign.Positioning;

/// <summary>A user's series of exposures with the targets that calibrate the cameras.</summary>
/// <param name="Targets">Lights at known places.</param>
/// <param name="Exposures">Sources to be located.</param>
public sealed record CameraSeries(ImmutableArray<CameraTarget> Targets, ImmutableArray<CameraMeasurement> Exposures);
