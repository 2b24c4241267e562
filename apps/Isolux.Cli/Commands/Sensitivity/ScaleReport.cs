using System.Collections.Immutable;
using Isolux.Sensitivity.Studies;

namespace Isolux.Cli.Commands.Sensitivity;

/// <summary>What <c>sensitivity scale --json</c> prints.</summary>
internal sealed record ScaleReport(int FormatVersion, double ExposureYears, ImmutableArray<ScalePoint> Offsets, ImmutableArray<ScalePoint> Tilts, ImmutableArray<ScalePoint> Band);
