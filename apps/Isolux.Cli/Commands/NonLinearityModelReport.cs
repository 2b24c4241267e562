using System.Collections.Immutable;
using Isolux.Calibration.DataSets;
using Isolux.Calibration.NonLinearity;
using Isolux.Numerics.Fitting;

namespace Isolux.Cli.Commands;

/// <summary>A fitted model: curves are scintillation non-linearity, those of positrons against T + 1.022 MeV.</summary>
internal sealed record NonLinearityModelReport(
    string Name,
    FitStatus Status,
    ImmutableArray<FittedParameterReport> Parameters,
    double[][] Covariance,
    double Chi2,
    int Ndf,
    double PValue,
    int Toys,
    int RejectedToys,
    ImmutableArray<GammaPeakReport> GammaPeaks,
    ImmutableArray<ComparisonReport> Comparisons,
    NonLinearityCurvesReport Curves)
{
    public static NonLinearityModelReport From(CalibrationDataSet data, NonLinearityResult result)
    {
        int count = result.ParameterNames.Length;
        NonLinearityData measured = data.NonLinearity!;
        return new NonLinearityModelReport(
            result.Model,
            result.Fit.Status,
            [.. result.ParameterNames.Select((name, i) => new FittedParameterReport(name, result.Fit.Parameters[i], result.Covariance.Error(i), Unit(name)))],
            [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count).Select(j => result.Covariance[i, j]).ToArray())],
            result.Fit.Chi2,
            result.Fit.DegreesOfFreedom,
            result.Fit.PValue,
            result.ToyCount,
            result.RejectedToyCount,
            [.. measured.Gammas.Select((point, i) => new GammaPeakReport(
                point.Name, point.EnergyMeV, point.VisibleRatio, point.Error, result.PredictedValues[i], (point.VisibleRatio - result.PredictedValues[i]) / point.Error))],
            data.Published is { } published ? ComparisonReport.Of(result, measured, published) : [],
            NonLinearityCurvesReport.From(result.Curves));
    }

    private static string Unit(string parameter) => parameter switch
    {
        "kB" => "1e-3 g/cm2/MeV",
        "p2" or "p3" => "1/MeV",
        "decays" => "events",
        _ => "1",
    };
}
