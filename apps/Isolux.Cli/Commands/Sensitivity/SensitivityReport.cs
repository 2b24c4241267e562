using System.Collections.Immutable;
using Isolux.Detector.Light;
using Isolux.Sensitivity.Studies;

namespace Isolux.Cli.Commands.Sensitivity;

/// <summary>What <c>sensitivity --json</c> prints.</summary>
internal sealed record SensitivityReport(
    int FormatVersion,
    string Detector,
    ImmutableArray<double> ResolutionPercent,
    double ExposureYears,
    string Ordering,
    OrderingReport DeltaChi2,
    PrecisionReport PrecisionPercent)
{
    public static SensitivityReport From(string detector, ResolutionModel resolution, double years, string ordering, SensitivityResult result) => new(
        1,
        detector,
        [100.0 * resolution.A, 100.0 * resolution.B, 100.0 * resolution.C],
        years,
        ordering,
        new OrderingReport(result.Normal.DeltaChi2, result.Inverted.DeltaChi2),
        PrecisionReport.From(result.Precision));
}
