using System.Collections.Immutable;
using Isolux.Calibration.DataSets;
using Isolux.Calibration.NonLinearity;

namespace Isolux.Cli.Commands;

/// <summary>What <c>calibrate nonlinearity --json</c> prints.</summary>
internal sealed record NonLinearityReport(
    int FormatVersion, string Data, string Detector, ImmutableArray<NonLinearityModelReport> Models, ImmutableArray<string> Sources)
{
    public static NonLinearityReport From(CalibrationDataSet data, string detector, ImmutableArray<NonLinearityResult> results) =>
        new(1, data.Name, detector, [.. results.Select(result => NonLinearityModelReport.From(data, result))], data.Sources);
}
