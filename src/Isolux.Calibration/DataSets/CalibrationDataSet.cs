using System.Collections.Immutable;
using Isolux.Calibration.NonLinearity;

namespace Isolux.Calibration.DataSets;

/// <summary>Measured results, checked and ready to fit.</summary>
/// <param name="Name">Name.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Sources">Where its numbers come from.</param>
/// <param name="ResolutionPeaks">Widths of peaks; empty where there are none.</param>
/// <param name="NonLinearity">Visible energies; null where there are none.</param>
/// <param name="Published">Published curves; null where there are none.</param>
public sealed record CalibrationDataSet(
    string Name,
    string Summary,
    ImmutableArray<string> Sources,
    ImmutableArray<ResolutionPeak> ResolutionPeaks,
    NonLinearityData? NonLinearity,
    PublishedCurves? Published);
