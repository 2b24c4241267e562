using System.Collections.Immutable;

namespace Isolux.Cli.Commands.Positioning;

/// <summary>What <c>position ccd --json</c> prints.</summary>
internal sealed record CamerasReport(int FormatVersion, string Data, string Detector, ImmutableArray<CameraCalibrationReport> Cameras, ImmutableArray<SourceReport> Sources);
