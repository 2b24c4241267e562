using System.Collections.Immutable;
using Isolux.Strategy.Resolution;
using Isolux.Strategy.Summary;
using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>a~ of every row beside the published one, first row on top.</summary>
internal sealed class ResolutionRowsFigure(FigureStyle style)
{
    private const int RowHeightPixels = 34;
    private const double Offset = 0.14;

    public Figure Draw(ImmutableArray<ResolutionRow> rows)
    {
        Plot plot = style.CreatePlot("ã (%)", string.Empty);
        var csv = new CsvTable("row", "a_tilde_percent", "error_percent", "published_percent", "published_error_percent", "bias_percent", "bias_error_percent", "published_bias_percent");
        ResolutionRow[] published = [.. rows.Where(row => row.Published is not null)];
        double Height(ResolutionRow row) => rows.Length - 1 - rows.IndexOf(row);
        Add(plot, "this run", 0, [.. rows.Select(row => (row.ATildePercent, row.ATildeErrorPercent, Height(row) + Offset))]);
        Add(plot, "published", 1, [.. published.Select(row => (row.Published!.ATildePercent, row.Published.ATildeErrorPercent, Height(row) - Offset))]);
        foreach (ResolutionRow row in rows)
        {
            csv.Add(
                row.Name, row.ATildePercent, row.ATildeErrorPercent, row.Published?.ATildePercent ?? double.NaN, row.Published?.ATildeErrorPercent ?? double.NaN,
                row.BiasPercent ?? double.NaN, row.BiasErrorPercent ?? double.NaN, row.Published?.BiasPercent ?? double.NaN);
        }

        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            [.. rows.Select(Height)], [.. rows.Select(row => ResolutionRowNames.Title(row.Name))]);
        plot.Axes.SetLimitsY(-0.7, rows.Length - 0.3);
        plot.ShowLegend(Alignment.UpperRight);
        plot.Layout.Fixed(new PixelPadding(270, 28, 62, 22));
        return new FigurePage(style, 900, 130 + (RowHeightPixels * rows.Length), new FigurePanel(plot, 1.0)).Draw(
            "resolution-rows", "The figure of merit ã of every row of the resolution table beside the published one.", csv.ToString());
    }

    private static void Add(Plot plot, string title, int index, (double Percent, double ErrorPercent, double Height)[] values)
    {
        if (values.Length == 0)
        {
            return;
        }

        double[] x = [.. values.Select(value => value.Percent)];
        double[] y = [.. values.Select(value => value.Height)];
        double[] errors = [.. values.Select(value => value.ErrorPercent)];
        ScottPlot.Plottables.ErrorBar bars = new(x, y, errors, errors, null, null) { Color = FigureStyle.Distinct(index) };
        plot.PlottableList.Add(bars);
        plot.Add.Markers(x, y, FigureStyle.Marker(index), 8, FigureStyle.Distinct(index)).LegendText = title;
    }
}
