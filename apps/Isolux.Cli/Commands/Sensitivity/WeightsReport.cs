using System.Collections.Immutable;
using Isolux.Detector.Reactors;
using Isolux.Sensitivity.Spectra;
using Isolux.Sensitivity.Studies;

namespace Isolux.Cli.Commands.Sensitivity;

/// <summary>What <c>sensitivity weights --json</c> prints.</summary>
internal sealed record WeightsReport(
    int FormatVersion, WeightReport Weights, ImmutableArray<WeightRowReport> Table, ImmutableArray<WeightCurveReport> Curves, ImmutableArray<ResolutionRowReport> Rows)
{
    public static WeightsReport From(WeightResult result, ImmutableArray<ResolutionRowReport> rows)
    {
        WeightRow headline = result.Headline;
        return new WeightsReport(
            1,
            new WeightReport(headline.ConstantWeight, headline.ConstantWeightError, headline.InverseNoiseWeight, headline.InverseNoiseWeightError, headline.StochasticPercent),
            [
                .. result.Rows.Select(row => new WeightRowReport(
                    Name(row.Ordering), Name(row.Ingredients), row.StochasticPercent, row.ConstantWeight, row.ConstantWeightError, row.InverseNoiseWeight, row.InverseNoiseWeightError)),
            ],
            [.. result.Curves.Select(curve => new WeightCurveReport(Name(curve.Ordering), Name(curve.Ingredients), result.CurvePercent, curve.DeltaChi2))],
            rows);
    }

    private static string Name(MassOrdering ordering) => ordering == MassOrdering.Normal ? "NO" : "IO";

    private static string Name(Ingredients ingredients) => ingredients == Ingredients.All ? "all systematics" : "statistics alone";
}
