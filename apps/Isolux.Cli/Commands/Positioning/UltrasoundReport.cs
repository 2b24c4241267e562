using System.Collections.Immutable;

namespace Isolux.Cli.Commands.Positioning;

/// <summary>What <c>position uss --json</c> prints; the speed of sound is that of the reference temperature.</summary>
internal sealed record UltrasoundReport(
    int FormatVersion, string Data, string Detector, double SoundSpeedMPerS, double SoundSpeedErrorMPerS, int SpeedFixes, ImmutableArray<SourceReport> Sources);
