using System.Collections.Immutable;

namespace Isolux.Cli.Commands;

/// <summary>What <c>monitor transparency --json</c> prints.</summary>
/// <param name="FormatVersion">Version of this format.</param>
/// <param name="Detector">Name of the detector.</param>
/// <param name="Source">Where the measurement comes from.</param>
/// <param name="Wavelengths">The fits.</param>
/// <param name="Changes">Changes since the reference; empty without one.</param>
internal sealed record TransparencyReport(
    int FormatVersion, string Detector, string Source, ImmutableArray<TransparencyWavelengthReport> Wavelengths, ImmutableArray<TransparencyChangeReport> Changes);
