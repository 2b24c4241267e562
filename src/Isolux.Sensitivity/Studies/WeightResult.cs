using System.Collections.Immutable;

namespace Isolux.Sensitivity.Studies;

/// <summary>The weights of the terms of the resolution, and what the ordering loses with the stochastic term alone.</summary>
/// <param name="Rows">Weights by ordering, contents and a0.</param>
/// <param name="CurvePercent">Stochastic terms of the curves, percent.</param>
/// <param name="Curves">Delta chi2 at b = c = 0: one array per pair of ordering and contents, in the order of the rows.</param>
/// <param name="Points">The mock spectra, by ordering, contents, a0 and term.</param>
public sealed record WeightResult(ImmutableArray<WeightRow> Rows, ImmutableArray<double> CurvePercent, ImmutableArray<WeightCurve> Curves, ImmutableArray<WeightPoint> Points)
{
    /// <summary>The row of the normal ordering, all contents, and the middle stochastic term; its errors hold the spread of all rows of that term, too.</summary>
    public WeightRow Headline
    {
        get
        {
            ImmutableArray<WeightRow> main = [.. Rows.Where(row => row.Ordering == Rows[0].Ordering && row.Ingredients == Rows[0].Ingredients)];
            WeightRow middle = main[main.Length / 2];
            WeightRow[] alike = [.. Rows.Where(row => row.StochasticPercent == middle.StochasticPercent)];
            static double Total(double scatter, IEnumerable<double> values)
            {
                double[] all = [.. values];
                double half = 0.5 * (all.Max() - all.Min());
                return Math.Sqrt((scatter * scatter) + (half * half));
            }

            return middle with
            {
                ConstantWeightError = Total(middle.ConstantWeightError, alike.Select(row => row.ConstantWeight)),
                InverseNoiseWeightError = Total(middle.InverseNoiseWeightError, alike.Select(row => row.InverseNoiseWeight)),
            };
        }
    }
}
