using System.Collections.Immutable;
using Isolux.Detector.Light;
using Isolux.Detector.Reactors;
using Isolux.Sensitivity.Spectra;
using Isolux.Sensitivity.Studies;
using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>The weights of b and c: mock spectra with their straight lines, and the weights against a0.</summary>
internal sealed class WeightFigure(FigureStyle style)
{
    // Points at the same a0 stand side by side.
    private const double SideStep = 0.012;

    public Figure Draw(WeightResult result)
    {
        Plot derivation = Derivation(result);
        Plot weights = Weights(result);
        return new FigurePage(style, 940, 1080, new FigurePanel(derivation, 0.5), new FigurePanel(weights, 0.5)).Draw(
            "weights",
            "Above: excess of the equivalent stochastic term over a0 against the square of b and of c (normal ordering, all systematics); slopes are squared weights. "
            + "Below: weight of b and inverse weight of c against a0, with the scatter over the terms tried; the published rule has 1.6 for both.",
            Numbers(result));
    }

    private Plot Derivation(WeightResult result)
    {
        Plot plot = style.CreatePlot("b² or c² (%²)", "aₑ² − a₀² (%²)");
        WeightRow[] rows = [.. result.Rows.Where(row => row.Ordering == MassOrdering.Normal && row.Ingredients == Ingredients.All)];
        WeightPoint[] points = [.. result.Points.Where(point => point.Ordering == MassOrdering.Normal && point.Ingredients == Ingredients.All)];
        for (int i = 0; i < rows.Length; i++)
        {
            WeightRow row = rows[i];
            WeightPoint[] alike = [.. points.Where(point => Math.Abs(point.StochasticPercent - row.StochasticPercent) < 1e-6)];
            Add(plot, $"b, a₀ = {row.StochasticPercent:0.0} %", i, LinePattern.Solid, [.. alike.Where(point => point.ConstantPercent > 0)], point => point.ConstantPercent, row.ConstantWeight * row.ConstantWeight);
            Add(
                plot, $"c, a₀ = {row.StochasticPercent:0.0} %", i + rows.Length, LinePattern.Dashed, [.. alike.Where(point => point.NoisePercent > 0)], point => point.NoisePercent,
                1.0 / (row.InverseNoiseWeight * row.InverseNoiseWeight));
        }

        plot.Axes.AutoScale();
        plot.ShowLegend(Alignment.UpperLeft);
        return plot;
    }

    private static void Add(Plot plot, string name, int index, LinePattern pattern, WeightPoint[] points, Func<WeightPoint, double> term, double slope)
    {
        if (points.Length == 0)
        {
            return;
        }

        double[] squares = [.. points.Select(point => term(point) * term(point))];
        double[] ends = [0.0, squares.Max()];
        ScottPlot.Plottables.Scatter line = plot.Add.ScatterLine(ends, Array.ConvertAll(ends, square => slope * square));
        line.Color = FigureStyle.Distinct(index);
        line.LinePattern = pattern;
        line.LineWidth = 1.5f;
        plot.Add.Markers(squares, [.. points.Select(point => point.ExcessSquarePercent)], FigureStyle.Marker(index), 8, FigureStyle.Distinct(index)).LegendText = name;
    }

    private Plot Weights(WeightResult result)
    {
        Plot plot = style.CreatePlot("a₀ (%)", "weight");
        (MassOrdering Ordering, Ingredients Ingredients)[] variants = [.. result.Rows.Select(row => (row.Ordering, row.Ingredients)).Distinct()];
        ScottPlot.Plottables.HorizontalLine rule = plot.Add.HorizontalLine(ResolutionModel.ConstantTermWeight);
        rule.Color = Color.FromHex("#606060");
        rule.LinePattern = LinePattern.Dotted;
        rule.LegendText = "published rule, both";
        for (int i = 0; i < variants.Length; i++)
        {
            WeightRow[] rows = [.. result.Rows.Where(row => (row.Ordering, row.Ingredients) == variants[i])];
            string variant = $"{(variants[i].Ordering == MassOrdering.Normal ? "NO" : "IO")}, {(variants[i].Ingredients == Ingredients.All ? "all systematics" : "statistics alone")}";
            double[] x = [.. rows.Select(row => row.StochasticPercent + (SideStep * (i - (0.5 * (variants.Length - 1)))))];
            AddErrors(plot, "b: " + variant, i, MarkerShape.FilledCircle, x, [.. rows.Select(row => (row.ConstantWeight, row.ConstantWeightError))]);
            AddErrors(plot, "1/c: " + variant, i, MarkerShape.OpenSquare, x, [.. rows.Select(row => (row.InverseNoiseWeight, row.InverseNoiseWeightError))]);
        }

        plot.Axes.AutoScale();
        double[] a0 = [.. result.Rows.Select(row => row.StochasticPercent)];
        plot.Axes.SetLimitsX(a0.Min() - 0.1, a0.Max() + 0.36);
        plot.ShowLegend(Alignment.MiddleRight);
        return plot;
    }

    private static void AddErrors(Plot plot, string name, int index, MarkerShape marker, double[] x, (double Value, double Error)[] values)
    {
        double[] y = [.. values.Select(value => value.Value)];
        plot.Add.ErrorBar(x, y, [.. values.Select(value => value.Error)]).Color = FigureStyle.Distinct(index);
        plot.Add.Markers(x, y, marker, 8, FigureStyle.Distinct(index)).LegendText = name;
    }

    private static string Numbers(WeightResult result)
    {
        var csv = new CsvTable("ordering", "contents", "a0_percent", "b_weight", "b_weight_error", "c_inverse_weight", "c_inverse_weight_error");
        foreach (WeightRow row in result.Rows)
        {
            csv.Add(
                $"{row.Ordering}".ToLowerInvariant(), row.Ingredients == Ingredients.All ? "all" : "statistics", row.StochasticPercent, row.ConstantWeight, row.ConstantWeightError,
                row.InverseNoiseWeight, row.InverseNoiseWeightError);
        }

        return csv.ToString();
    }
}
