using System.Collections.Immutable;

namespace Isolux.Calibration.DataSets;

/// <summary>Widths of calibration peaks.</summary>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="Peaks">The peaks.</param>
public sealed record ResolutionDocument(string Source, ImmutableArray<PeakDocument> Peaks);
