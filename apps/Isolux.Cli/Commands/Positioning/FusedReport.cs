using System.Collections.Immutable;

namespace Isolux.Cli.Commands.Positioning;

/// <summary>What <c>position fused --json</c> prints; the place of a source is the fused one.</summary>
internal sealed record FusedReport(int FormatVersion, ImmutableArray<string> Data, string Detector, ImmutableArray<SourceReport> Sources);
