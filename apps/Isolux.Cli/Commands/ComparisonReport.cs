using System.Collections.Immutable;
using Isolux.Calibration.DataSets;
using Isolux.Calibration.NonLinearity;

namespace Isolux.Cli.Commands;

/// <summary>A fitted curve, brought to full non-linearity and scaled, beside the published one.</summary>
internal sealed record ComparisonReport(
    string Curve, double FromMeV, double ToMeV, double Scale, double LargestDifferencePercent, double LargestDifferenceInBands, double InsideFraction)
{
    public static ImmutableArray<ComparisonReport> Of(NonLinearityResult result, NonLinearityData measured, PublishedCurves published) =>
    [
        Of("gamma", result.Curves.Gamma, published.GammaFull, 0.5, 10.0, measured),
        Of("electron", result.Curves.Electron, published.ElectronFull, 0.5, 10.0, measured),
        Of("positron", result.Curves.Positron, published.PositronFull, 1.5, 8.0, measured),
    ];

    private static ComparisonReport Of(string name, NonLinearityCurve curve, PublishedCurve published, double fromMeV, double toMeV, NonLinearityData measured)
    {
        CurveComparison found = CurveComparison.Of(CurveComparison.ToFull(curve, measured.InstrumentalRatio), published, fromMeV, toMeV);
        return new ComparisonReport(
            name, fromMeV, toMeV, found.ScaleRatio, found.LargestDifferencePercent, found.LargestDifferenceRatio, found.InsideFraction);
    }
}
